import { Plot } from "../plot.tsx";
import { Table } from "../table.tsx";
import { shareOf } from "./figures.ts";
import type { Count } from "./headline.ts";
import type { Standing } from "./standing.ts";

/** Half of the votes, in percent: bars reach at least this far. */
const HALF = 50;

/** Candidates with their votes, shares and bars on one scale, and who is called. */
export function TallyTable(
  props: Count & {
    readonly shown: readonly Standing[];
    /** Draws the line that decides about a runoff. */
    readonly halfway: boolean;
  },
) {
  const { round, shown, halfway, look, say, format } = props;
  const right = Math.max(HALF, ...shown.map(({ share }) => share ?? 0));
  return (
    <Table
      kind="bars tally"
      head={[format.messages.candidate, say.votes, "%"]}
      tones={shown.map(({ candidate }) => look(candidate).tone)}
      rows={shown.map((one) => [
        [
          <span class={look(one.candidate).tone}>{look(one.candidate).label}</span>,
          one.status && <b part="call">{`✓\u00a0${say.outcomes[one.status]}`}</b>,
        ],
        <span key={one.votes}>{format.count(one.votes)}</span>,
        <span key={one.share}>{shareOf(one, round.votes, format)}</span>,
        <Plot left={0} right={right}>
          <path d={`M0 0H${one.share ?? 0}V1H0`} />
          {halfway && <path class="against" d={`M${HALF} 0V1`} />}
        </Plot>,
      ])}
    />
  );
}
