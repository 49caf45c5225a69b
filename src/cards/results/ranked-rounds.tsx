import type { Tabulation } from "../../race/schema/tabulation.ts";
import { Table } from "../table.tsx";
import type { Count } from "./results-facts.ts";

/** Votes by round of ballots that rank: who went out, who is in, and ballots that rank nobody left. */
export function RankedRounds({
  tabulation,
  standing,
  styleOf,
  say,
  language,
}: Count & { readonly tabulation: Tabulation }) {
  const { common, write } = language;
  const { rounds } = tabulation;
  const votesIn = (id: string, i: number) =>
    rounds[i]?.votes.find(({ candidate }) => candidate === id)?.votes;
  return (
    <Table
      kind="counts"
      head={[common.candidate, ...rounds.map(({ n }) => n)]}
      rows={[
        ...standing.map(({ candidate }) => [
          styleOf(candidate).label,
          ...rounds.map(({ elected }, i) => {
            const votes = votesIn(candidate, i);
            if (votes === undefined) return "–";
            return `${write.points(votes)}${elected.includes(candidate) ? " ✓" : ""}`;
          }),
        ]),
        [say.exhausted, ...rounds.map(({ exhausted }) => write.points(exhausted))],
      ]}
    />
  );
}
