import type { Issue } from "../../race/checked.ts";
import { type CsvRow, faultAt, headerName, readCsv, textAt } from "../text/csv.ts";
import { fault, type Fault } from "../text/faults.ts";
import { parseLocatedJson } from "../text/json-position.ts";
import { snakeCase } from "../sheet/check-rows.ts";

/**
 * Says where in a CSV of our own stands what is wrong with the section read from it. Rows of the
 * file and entries of the section are in the same order, one for one.
 * @param issues with paths that begin with the section: `polls.polls.3.source`
 */
export function placeInCsv(issues: readonly Issue[], text: string): readonly Fault[] {
  const { header, rows } = readCsv(text);
  return issues.map(({ path, message }) => {
    const [, , entry, ...rest] = path.split(".");
    const row: CsvRow | undefined = rows[Number(entry)];
    if (row === undefined) return fault(message);
    const name = snakeCase(rest);
    const column = header.cells.findIndex((cell) => headerName(cell) === name);
    return faultAt(header, row, column === -1 ? undefined : column, message);
  });
}

/** The same for JSON. */
export function placeInJson(issues: readonly Issue[], text: string): readonly Fault[] {
  const json = parseLocatedJson(text);
  return issues.map(({ path, message }) => {
    const field = path.split(".").slice(1).join(".");
    return fault(message, "at" in json ? { ...json.at(field), field } : { field });
  });
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
