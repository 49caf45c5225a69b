import { Table } from "../../table.tsx";
import { partCount, type ResultsPartProps } from "./part-count.ts";

/** Votes by round of ballots that rank: who went out, who is in, and ballots that rank nobody left. */
export function RankedRounds(props: ResultsPartProps) {
  const { race, standing, styleOf, language } = partCount(props);
  const { common, write } = language;
  const { sayMore } = props;
  const { rounds = [], quota } = race.tabulation ?? {};
  const votesIn = (id: string, i: number) =>
    rounds[i]?.votes.find(({ candidate }) => candidate === id)?.votes;
  return (
    <>
      {quota !== undefined && <p>{sayMore.quota(write.points(quota))}</p>}
      <Table
        kind="counts"
        head={[common.candidate, ...rounds.map(({ n }) => n)]}
        rows={[
          ...standing.map(({ candidate }) => [
            styleOf(candidate).label,
            ...rounds.map(({ elected, eliminated }, i) => {
              const votes = votesIn(candidate, i);
              if (votes === undefined) return "–";
              return [
                write.points(votes),
                elected.includes(candidate) && <small>{sayMore.elected}</small>,
                eliminated.includes(candidate) && <small>{sayMore.eliminated}</small>,
              ];
            }),
          ]),
          [sayMore.exhausted, ...rounds.map(({ exhausted }) => write.points(exhausted))],
        ]}
      />
    </>
  );
}
