import { Table } from "../../table.tsx";
import { shareOf } from "../figures.ts";
import { partCount, type ResultsPartProps } from "./part-count.ts";

/** How many candidates get a column, on the narrowest screens too. */
export const COLUMNS = 3;

/** The same count by how people voted: each mode's votes and shares. */
export function ModeTable(props: ResultsPartProps) {
  const { standing, styleOf, say, language } = partCount(props);
  const { common, write } = language;
  const columns = standing.slice(0, COLUMNS);
  return (
    <Table
      kind="areas"
      head={[
        props.sayMore.mode,
        ...columns.map(({ candidate }) => (
          <span class={styleOf(candidate).tone}>{styleOf(candidate).name}</span>
        )),
        say.votes,
      ]}
      rows={props.summary.modes.map(({ mode, votes, candidates }) => [
        common.modes[mode],
        ...columns.map(({ candidate }) => {
          const found = candidates.find((tally) => tally.candidate === candidate);
          if (!found || found.votes === null) return "–";
          const own = write.count(found.votes);
          // Ballots aren't counted by mode, so shares of them can't be told.
          return found.share === null
            ? own
            : [shareOf(found, votes, language), <small>{own}</small>];
        }),
        write.count(votes),
      ])}
    />
  );
}
