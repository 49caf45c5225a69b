import { Table } from "../../table.tsx";
import { partCount, type ResultsPartProps } from "./part-count.ts";

/** What others project, each by itself and apart from every count, the latest first. */
export function Projections(props: ResultsPartProps) {
  const { race, sayMore, language } = props;
  const { common, write } = language;
  const { styleOf, say } = partCount(props);
  const latest = [...(race.projections ?? [])];
  latest.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <>
      {latest.map(({ by, at, source, shares, seats }) => {
        const ids = new Set([...shares, ...seats].map(({ candidate }) => candidate));
        const named = race.sources.find(({ id }) => id === source)?.name;
        return (
          <>
            <p>
              {sayMore.projectedBy(by, write.when(at, race.timeZone))}
              {named && named !== by && `. ${common.source}: ${named}`}
            </p>
            <Table
              kind="counts"
              head={[
                say.heads[race.candidates[0]!.kind as "party"] ?? common.candidate,
                ...(shares.length > 0 ? ["%"] : []),
                ...(seats.length > 0 ? [sayMore.seats] : []),
              ]}
              rows={Array.from(ids, (id) => {
                const share = shares.find(({ candidate }) => candidate === id)?.share;
                const own = seats.find(({ candidate }) => candidate === id)?.seats;
                return [
                  <span class={styleOf(id).tone}>{styleOf(id).label}</span>,
                  ...(shares.length > 0
                    ? [share === undefined ? "–" : write.percent(write.share(share))]
                    : []),
                  ...(seats.length > 0 ? [own === undefined ? "–" : write.count(own)] : []),
                ];
              })}
            />
          </>
        );
      })}
    </>
  );
}
