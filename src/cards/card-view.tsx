import type { CardLanguage } from "../wording/language.ts";
import type { CardName, View } from "./view.ts";
import { ageOf } from "./age.ts";
import { extras } from "./extras.ts";
import { Frame } from "./frame.tsx";
import { PollsCard } from "./polls/polls-card.tsx";
import { sectionsFor } from "./sections-for.ts";
import { TurnoutCard } from "./turnout/turnout-card.tsx";

type CardViewProps = {
  readonly view: View;
  readonly card: CardName;
  readonly language: CardLanguage;
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

function contents({ view, card, language, href }: CardViewProps) {
  const { common, marks, polls, turnout, results } = language;
  if (view.kind === "ready") {
    const { race } = view;
    return sectionsFor(race, card).map((section) => {
      const props = { race, language, age: ageOf(view, section, language) };
      if (section === "polls" && race.polls && polls) {
        return <PollsCard {...props} polls={race.polls} say={polls} />;
      }
      if (section === "turnout" && race.turnout && turnout) {
        return <TurnoutCard {...props} turnout={race.turnout} say={turnout} />;
      }
      if (section === "results" && race.results && results && extras.results) {
        return <extras.results.ResultsCard {...props} results={race.results} say={results} />;
      }
      return (
        <Frame
          {...props}
          section={section}
          headline={section in race ? common.failed : common.missing(common.sections[section])}
        />
      );
    });
  }
  return (
    <section class="card state" part="card" lang={marks.tag} aria-live="polite">
      <p>{view.kind === "unknown" ? common.unknownRace(view.raceId) : common[view.kind]}</p>
      {view.kind === "failed" && (
        <p>
          <button type="button" part="button" onClick={view.retry}>
            {common.retry}
          </button>{" "}
          <a href={href}>{common.data}</a>
        </p>
      )}
    </section>
  );
}
