import type { ResultsSummary } from "../../race/sections/results/summary.ts";
import { Table } from "../table.tsx";
import { shareOf } from "./figures.ts";
import type { Count } from "./results-facts.ts";

/** How many candidates get a column, on the narrowest screens too. */
const COLUMNS = 3;

/** The same count by how people voted: each mode's votes and shares. */
export function ModeTable(props: Count & { readonly modes: ResultsSummary["modes"] }) {
  const { standing, styleOf, say, language } = props;
  const { common, write } = language;
  const columns = standing.slice(0, COLUMNS);
  return (
    <Table
      kind="counts"
      head={[
        common.mode,
        ...columns.map(({ candidate }) => (
          <span class={styleOf(candidate).tone}>{styleOf(candidate).name}</span>
        )),
        say.votes,
      ]}
      rows={props.modes.map(({ mode, votes, candidates }) => [
        common.modes[mode],
        ...columns.map(({ candidate }) => {
          const found = candidates.find((tally) => tally.candidate === candidate);
          if (!found || found.votes === null) return "–";
          return `${write.count(found.votes)} (${shareOf(found, votes, language)})`;
        }),
        write.count(votes),
      ])}
    />
  );
}
