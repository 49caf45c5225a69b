import type { Lang } from "./messages/messages.ts";
import type { CardName, View } from "./view.ts";
import { ageOf } from "./age.ts";
import { extras } from "./extras.ts";
import { formatIn } from "./format.ts";
import { Frame } from "./frame.tsx";
import { PollsCard } from "./polls/polls-card.tsx";
import { sectionsFor } from "./sections-for.ts";
import { TurnoutCard } from "./turnout/turnout-card.tsx";

type CardViewProps = {
  readonly view: View;
  readonly card: CardName;
  readonly lang: Lang;
  /** Where the race can be read when the card can't be drawn. */
  readonly href: string;
};

/**
 * A card in whatever state its numbers are in. Touches no DOM, so the Worker draws the same
 * cards to text.
 */
export function CardView(props: CardViewProps) {
  return <div class="cards">{contents(props)}</div>;
}

function contents({ view, card, lang, href }: CardViewProps) {
  const format = formatIn(lang);
  const { messages } = format;
  if (view.kind === "ready") {
    const { race } = view;
    return sectionsFor(race, card).map((section) => {
      const props = { race, format, age: ageOf(view, section, format) };
      if (section === "polls" && race.polls) return <PollsCard {...props} polls={race.polls} />;
      if (section === "turnout" && race.turnout) {
        return <TurnoutCard {...props} turnout={race.turnout} />;
      }
      if (section === "results" && race.results && extras.results) {
        return <extras.results.ResultsCard {...props} results={race.results} />;
      }
      return (
        <Frame
          {...props}
          section={section}
          headline={
            section in race ? messages.failed : messages.missing(messages.sections[section])
          }
        />
      );
    });
  }
  return (
    <section class="card state" part="card" lang={lang} aria-live="polite">
      <p>{view.kind === "unknown" ? messages.unknownRace(view.raceId) : messages[view.kind]}</p>
      {view.kind === "failed" && (
        <p>
          <button type="button" part="button" onClick={view.retry}>
            {messages.retry}
          </button>{" "}
          <a href={href}>{messages.data}</a>
        </p>
      )}
    </section>
  );
}
