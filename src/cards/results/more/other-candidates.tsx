import { Table } from "../../table.tsx";
import { shareOf, votesOf, wholeOf } from "../figures.ts";
import { partCount, type ResultsPartProps } from "./part-count.ts";

/** Votes and shares of the candidates that have no bar. */
export function OtherCandidates(props: ResultsPartProps) {
  const count = partCount(props);
  const { standing, shown, round, styleOf, say, language } = count;
  return (
    <Table
      kind="counts"
      head={[language.common.candidate, say.votes, "%"]}
      rows={standing
        .filter((one) => !shown.includes(one))
        .map((one) => [
          styleOf(one.candidate).label,
          votesOf(one, count),
          shareOf(one, wholeOf(round), language),
        ])}
    />
  );
}
