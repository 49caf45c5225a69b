import type { ContestFile } from "../match/contests.ts";
import { columnsOf, type CsvRow, readCsv, textAt } from "../text/csv.ts";
import { fault, firstFaults, type ReadResult } from "../text/faults.ts";
import { OpenElectionsContest } from "./contest.ts";
import { modeColumns, type OpenElectionsColumns, openElectionsRow } from "./row.ts";
import { OpenElectionsTurnout } from "./turnout.ts";
import { plainWords } from "../match/vote-mode.ts";
import type { Format } from "../format.ts";
import { readContest } from "../match/pick-contest.ts";

const REQUIRED = ["county", "office", "candidate", "votes"] as const;

export const openElections = {
  name: "openelections",
  title: "an OpenElections CSV",
  sections: ["results"],
  looksLike: ({ columns }) => REQUIRED.every((name) => columns.has(name)),
  read: (text, request) => readContest(readOpenElections(text), request),
} as const satisfies Format;

/**
 * Reads an OpenElections CSV, one row per county or precinct, office and candidate. Precincts are
 * summed to their county; `Total` rows only check the sums, and two rows for the same thing are
 * refused, since they would count twice. A file has the counties it has: several files of one
 * contest are put together with `joinResults`. It doesn't say when its numbers were true.
 */
export function readOpenElections(text: string): ReadResult<ContestFile> {
  const { header, rows, faults } = readCsv(text);
  if (faults.length > 0) return { ok: false, faults: firstFaults(faults) };
  const at = columnsOf(header);
  const missing = REQUIRED.filter((name) => !at.has(name));
  if (missing.length > 0) {
    const message = `an OpenElections file needs the columns ${REQUIRED.join(", ")}: ${missing.join(", ")} is missing`;
    return { ok: false, faults: [fault(message, { line: header.line })] };
  }
  const columns: OpenElectionsColumns = { header, at, modes: modeColumns(at) };
  const contests = new Map<string, OpenElectionsContest>();
  const turnout = new OpenElectionsTurnout(columns);
  for (const csvRow of rows) {
    const row = openElectionsRow(csvRow, columns);
    if ("fault" in row) contestOf(csvRow).faults.push(row.fault);
    else if (row.measure === "registered" || row.measure === "ballots")
      turnout.add(row, row.measure);
    else if (row.measure !== null || contests.has(keyOf(csvRow))) contestOf(csvRow).add(row);
  }
  if (turnout.faults.length > 0) return { ok: false, faults: firstFaults(turnout.faults) };
  if (contests.size === 0)
    return { ok: false, faults: [fault("has no rows of votes", { line: header.line })] };
  turnout.checkTotals();
  const found = [...contests.values()].flatMap((contest) => contest.finish(turnout));
  return { ok: true, value: { contests: found, asOf: null }, warnings: turnout.warnings };

  /** `U.S. House`, `6` and `U.S. House`, `06` are one contest. */
  function keyOf(row: CsvRow): string {
    return plainWords(titleOf(row));
  }

  function titleOf(row: CsvRow): string {
    const district = textAt(row, at.get("district")).replace(/^0+(?=\d)/, "");
    return `${textAt(row, at.get("office"))} ${district}`.trim();
  }

  function contestOf(row: CsvRow): OpenElectionsContest {
    const key = keyOf(row);
    const known = contests.get(key);
    if (known) return known;
    const contest = new OpenElectionsContest(titleOf(row), columns);
    contests.set(key, contest);
    return contest;
  }
}
