import type { Issue } from "../../race/checked.ts";
import { type CsvRow, faultAt, headerName, readCsv, textAt } from "../text/csv.ts";
import { fault, type Fault } from "../text/faults.ts";
import { parseLocatedJson } from "../text/json-position.ts";
import { snakeCase } from "../sheet/check-rows.ts";

/**
 * Says where in a file of our own stands what `checkRaceData` found in the section read from it.
 * @param issues with paths that begin with the section: `polls.polls.3.source`
 * @param text the file, which the section's reader has read without a fault
 */
export function placeIssues(
  issues: readonly Issue[],
  text: string,
  format: "csv" | "json",
): readonly Fault[] {
  const place = format === "csv" ? csvPlacer(text) : jsonPlacer(text);
  return issues.map(({ path, message }) => place(path.split(".").slice(1), message));
}

/**
 * Sources that rows of a CSV name and the race hasn't got. `checkRaceData` says so too, but only
 * once every row can be read: an editor wants to hear of all faults at once.
 */
export function unknownSources(
  text: string,
  sources: readonly { readonly id: string }[],
): readonly Fault[] {
  const { header, rows } = readCsv(text);
  const column = header.cells.findIndex((cell) => headerName(cell) === "source");
  const known = new Set(sources.map(({ id }) => id));
  return rows.flatMap((row) => {
    const id = textAt(row, column === -1 ? undefined : column);
    if (id === "" || known.has(id)) return [];
    const message = `no source of this race has the id ${id}; add it to "sources" in race.json`;
    return [faultAt(header, row, column, message)];
  });
}

type Placer = (path: readonly string[], message: string) => Fault;

/** Rows of the file and entries of the section are in the same order, one for one. */
function csvPlacer(text: string): Placer {
  const { header, rows } = readCsv(text);
  return ([, entry, ...rest], message) => {
    const row: CsvRow | undefined = rows[Number(entry)];
    const name = snakeCase(rest);
    const column = header.cells.findIndex((cell) => headerName(cell) === name);
    if (row === undefined) return fault(message);
    return faultAt(header, row, column === -1 ? undefined : column, message);
  };
}

function jsonPlacer(text: string): Placer {
  const json = parseLocatedJson(text);
  return (path, message) => {
    const field = path.join(".");
    return fault(message, "at" in json ? { ...json.at(field), field } : { field });
  };
}
