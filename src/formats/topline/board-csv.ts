import type { BoardDocument } from "../../race/board/document.ts";
import { writeCsv } from "../text/csv.ts";

const COLUMNS = [
  "group",
  "race",
  "title",
  "status",
  "candidate",
  "name",
  "party",
  "votes",
  "share",
  "outcome",
  "caller",
  "counted",
  "total",
  "of",
  "expected",
  "expected_by",
  "sources",
  "publication",
  "as_of",
] as const;

/**
 * A board as a table, a row for each leading candidate of each race. Figures of a source that lets
 * them be shown only, not passed on as data, are left out.
 */
export function boardTable({ groups, sources }: BoardDocument): string {
  const named = new Map(sources.map((source) => [source.id, source]));
  const rows = groups.flatMap((group) =>
    group.races.flatMap((race) => {
      const from = race.sources.flatMap((id) => named.get(id) ?? []);
      const mayPass = from.every(({ redistribution }) => redistribution !== "card");
      return race.leading.map((one) => {
        const { candidate, name, party, votes, share, status } = one;
        const call = race.calls.find((made) => made.candidate === candidate);
        const cells: Record<(typeof COLUMNS)[number], string | number | null | undefined> = {
          group: group.title,
          race: race.id,
          title: race.title,
          status: race.status,
          candidate,
          name,
          party,
          votes: mayPass ? votes : null,
          share: mayPass ? share : null,
          outcome: status,
          caller: call?.caller,
          counted: mayPass ? race.reporting?.counted : null,
          total: mayPass ? race.reporting?.total : null,
          of: mayPass ? race.reporting?.of : null,
          expected: mayPass ? race.expected?.percent : null,
          expected_by: mayPass ? race.expected?.by : null,
          sources: from.map((source) => source.name).join("; "),
          publication: race.publication,
          as_of: race.asOf,
        };
        return COLUMNS.map((column) => String(cells[column] ?? ""));
      });
    }),
  );
  return writeCsv(COLUMNS, rows);
}
