import type { SectionCardProps } from "../card.ts";
import { partyTones } from "../party-tones.ts";
import { Frame } from "../frame.tsx";
import { More } from "../more.tsx";
import { Table } from "../table.tsx";
import { historyFacts } from "./history-facts.ts";
import { labelOf, PastVote } from "./past-vote.tsx";

/** How the seat and the district voted before, and who has held the seat. */
export function HistoryCard(props: SectionCardProps<"history">) {
  const { summary: history, say, race, language } = props;
  const { contests, holders, borders } = history;
  const parties = [...contests.flatMap(({ choices }) => choices), ...holders];
  const toneOf = partyTones(
    race,
    parties.map(({ party }) => party),
  );
  // The two that say most: how the seat went, and what else the district voted for last.
  const seat = contests.find(({ contest }) => contest === "seat");
  const other = contests.find(({ contest }) => contest !== "seat");
  const shown = [seat, other].flatMap((contest) => contest ?? []);
  const earlier = contests.filter((contest) => !shown.includes(contest));
  const vote = { race, toneOf, say, language };
  const year = (date: string) => date.slice(0, 4);
  return (
    <Frame
      {...props}
      headline={say.headline(historyFacts(history, language))}
      sources={[...contests, ...holders].map(({ source }) => source)}
    >
      <div class="sides">
        {shown.map((contest) => (
          <PastVote {...vote} contest={contest} />
        ))}
      </div>
      {contests.some(({ otherBorders }) => otherBorders) && (
        <p>{say.borders(borders.map(String))}</p>
      )}
      {earlier.length > 0 && (
        <More {...props} title={say.earlier}>
          {earlier.map((contest) => (
            <PastVote {...vote} contest={contest} />
          ))}
        </More>
      )}
      {holders.length > 0 && (
        <More {...props} title={say.holders}>
          <Table
            kind="counts"
            head={[language.common.name, say.years]}
            rows={holders.map(({ who, party, from, until }) => [
              <span class={toneOf(party)}>{labelOf(who, party)}</span>,
              until ? `${year(from)}–${year(until)}` : say.since(year(from)),
            ])}
          />
        </More>
      )}
    </Frame>
  );
}
