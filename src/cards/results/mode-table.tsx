import type { ResultsSummary } from "../../race/sections/results/summary.ts";
import { Table } from "../table.tsx";
import { shareOf } from "./figures.ts";
import type { Count } from "./headline.ts";

/** How many candidates get a column, on the narrowest screens too. */
const COLUMNS = 3;

/** The same count by how people voted: each mode's votes and shares. */
export function ModeTable(props: Count & { readonly modes: ResultsSummary["modes"] }) {
  const { standing, look, say, format } = props;
  const columns = standing.slice(0, COLUMNS);
  return (
    <Table
      kind="counts"
      head={[
        format.messages.mode,
        ...columns.map(({ candidate }) => (
          <span class={look(candidate).tone}>{look(candidate).name}</span>
        )),
        say.votes,
      ]}
      rows={props.modes.map(({ mode, votes, candidates }) => [
        format.messages.modes[mode],
        ...columns.map(({ candidate }) => {
          const found = candidates.find((tally) => tally.candidate === candidate);
          return found && `${format.count(found.votes)} (${shareOf(found, votes, format)})`;
        }),
        format.count(votes),
      ])}
    />
  );
}
