import type { CardName, View } from "../view.ts";
import type { Lang } from "../messages/messages.ts";
import { ageOf } from "./age.ts";
import { sectionsFor } from "./sections-for.ts";
import { formatsIn } from "./format.ts";
import { MissingCard } from "./missing-card.tsx";
import { Notice } from "./notice.tsx";
import { PollsCard } from "./polls-card.tsx";
import { Skeleton } from "./skeleton.tsx";
import { TurnoutCard } from "./turnout-card.tsx";

type CardViewProps = {
  readonly view: View;
  readonly card: CardName;
  readonly lang: Lang;
  /** Where the race can be read when the card can't be drawn. */
  readonly href: string;
};

/**
 * A card in whatever state its numbers are in. Touches no DOM, so the Worker draws
 * the same cards to text.
 */
export function CardView(props: CardViewProps) {
  return <div class="cards">{contents(props)}</div>;
}

function contents(props: CardViewProps) {
  const { view, lang, href } = props;
  const format = formatsIn(lang);
  const { messages } = format;
  switch (view.kind) {
    case "loading":
      return <Skeleton label={messages.loading} lang={lang} />;
    case "failed":
      return (
        <Notice lang={lang}>
          <p>{messages.failed}</p>
          <p>
            <button type="button" part="button" onClick={view.retry}>
              {messages.retry}
            </button>{" "}
            <a href={href}>{messages.openPage}</a>
          </p>
        </Notice>
      );
    case "unknown":
      return (
        <Notice lang={lang}>
          <p>{messages.unknown(view.raceId)}</p>
        </Notice>
      );
    case "ready": {
      const { race } = view;
      return (
        <>
          {sectionsFor(race, props.card).map((section) => {
            const card = { race, format, href, age: ageOf(view, section, format) };
            if (section === "polls" && race.polls)
              return <PollsCard {...card} polls={race.polls} />;
            if (section === "turnout" && race.turnout) {
              return <TurnoutCard {...card} turnout={race.turnout} />;
            }
            return <MissingCard {...card} section={section} />;
          })}
        </>
      );
    }
  }
}
