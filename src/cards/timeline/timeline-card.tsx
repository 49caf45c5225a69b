import type { TimelineSummary } from "../../race/sections/timeline/summary.ts";
import { textFor } from "../../wording/text-for.ts";
import type { SectionCardProps } from "../card.ts";
import { Frame } from "../frame.tsx";
import { More } from "../more.tsx";
import { timelineFacts } from "./timeline-facts.ts";

/** How many past dates stand open; those before them are folded up. */
const SHOWN_PAST = 4;

/** What has happened in a race, what is on today and what comes, and why the seat is open. */
export function TimelineCard(props: SectionCardProps<"timeline">) {
  const { summary, say, race, language } = props;
  const { marks, write } = language;
  const tags = [marks.tag, ...race.languages];
  const thisYear = race.electionDate.slice(0, 4);
  const dayOf = (date: string) =>
    date.startsWith(thisYear) ? write.day(date) : say.withYear(write.day(date), date.slice(0, 4));
  const daysOf = ({ date, until }: TimelineSummary[number]) => {
    if (until === null || until === date) return dayOf(date);
    return date.startsWith(thisYear)
      ? write.field({ start: date, end: until })
      : `${dayOf(date)} – ${dayOf(until)}`;
  };
  const textOf = ({ text }: TimelineSummary[number]) => textFor(text, tags);
  const vacancy = summary.find(({ kind, when }) => kind === "vacancy" && when === "past");
  const events = summary.filter((event) => event !== vacancy);
  const past = events.filter(({ when }) => when === "past");
  const earlier = past.slice(0, -SHOWN_PAST);
  const list = (listed: readonly TimelineSummary[number][]) => (
    <ol class="times">
      {listed.map((event) => (
        <li class={event.when} aria-current={event.when === "today" ? "date" : undefined}>
          <span class="day">{daysOf(event)}</span> <span>{textOf(event)}</span>
        </li>
      ))}
    </ol>
  );
  return (
    <Frame
      {...props}
      headline={say.headline(timelineFacts(summary, textOf, dayOf))}
      sources={summary.map(({ source }) => source)}
    >
      {vacancy && (
        <p class="why">
          <b>{say.vacancy}:</b> {textOf(vacancy)} ({dayOf(vacancy.date)})
        </p>
      )}
      {events.length > 0 && <figure part="graphic">{list(events.slice(earlier.length))}</figure>}
      {earlier.length > 0 && (
        <More {...props} title={say.earlier(earlier.length)}>
          {list(earlier)}
        </More>
      )}
    </Frame>
  );
}
