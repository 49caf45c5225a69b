import { Table } from "../table.tsx";
import { shareOf } from "./figures.ts";
import type { Count } from "./headline.ts";
import type { Standing } from "./standing.ts";

/** Candidates with their votes, shares and bars, the whole width being all votes; and who is called. */
export function TallyTable(
  props: Count & {
    readonly shown: readonly Standing[];
    /** Draws the line that decides about a runoff. */
    readonly halfway: boolean;
  },
) {
  const { round, shown, halfway, look, say, format } = props;
  return (
    <Table
      kind="bars tally"
      head={[format.messages.candidate, say.votes, "%"]}
      tones={shown.map(({ candidate }) => look(candidate).tone)}
      rows={shown.map((one) => [
        [
          <span class={look(one.candidate).tone}>{look(one.candidate).label}</span>,
          one.status && <b part="call">{say.outcomes[one.status]}</b>,
        ],
        <span key={one.votes}>{format.count(one.votes)}</span>,
        <span key={one.share}>{shareOf(one, round.votes, format)}</span>,
        <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <path d={`M0 0H${one.share ?? 0}V1H0`} />
          {halfway && <path class="against" d="M50 0V1" />}
        </svg>,
      ])}
    />
  );
}
