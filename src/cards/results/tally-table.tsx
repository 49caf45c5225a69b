import { Table } from "../table.tsx";
import { shareOf, votesOf } from "./figures.ts";
import type { Count } from "./results-facts.ts";

/** Candidates with their votes, shares and bars, the whole width being all votes; and who is called. */
export function TallyTable(count: Count) {
  const { round, shown, halfway, styleOf, say, language } = count;
  return (
    <Table
      kind="bars tally"
      head={[language.common.candidate, say.votes, "%"]}
      tones={shown.map(({ candidate }) => styleOf(candidate).tone)}
      rows={shown.map((one) => [
        [
          <span class={styleOf(one.candidate).tone}>{styleOf(one.candidate).label}</span>,
          one.status && <b part="call">{say.outcomes[one.status]}</b>,
        ],
        <span key={one.votes}>{votesOf(one, count)}</span>,
        <span key={one.share}>{shareOf(one, round.votes, language)}</span>,
        <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <path class="bar" d={`M0 0H${one.share ?? 0}V1H0`} />
          {halfway && <path class="against" d="M50 0V1" />}
        </svg>,
      ])}
    />
  );
}
