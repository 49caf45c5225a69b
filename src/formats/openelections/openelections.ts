import type { Format, Progress } from "../format.ts";
import type { ContestFile } from "../match/contests.ts";
import { outlinesOf } from "../match/outline.ts";
import { readContest } from "../match/pick-contest.ts";
import { plainWords } from "../match/vote-mode.ts";
import { type CsvRow, faultAt, readCsv } from "../text/csv.ts";
import { firstFaults, type ReadResult, refused } from "../text/faults.ts";
import { textIn } from "./cells.ts";
import { hasTheirColumns } from "./column-names.ts";
import { findColumns } from "./columns.ts";
import { OpenElectionsContest } from "./contest.ts";
import { nameIn, openElectionsRow } from "./row.ts";
import { OpenElectionsTurnout } from "./turnout.ts";

export const openElections = {
  name: "openelections",
  title: "an OpenElections CSV",
  sections: ["results"],
  looksLike: ({ columns }) => hasTheirColumns(columns),
  tables: [["county", "office", "candidate", "votes", "district", "party"]],
  read: (text, request) => readContest(readOpenElections(text, request.progress), request),
  outlines: (text) => outlinesOf(readOpenElections(text)),
} as const satisfies Format;

/** Rows between two words of progress. */
const ROWS_A_STEP = 10_000;

/**
 * Reads an OpenElections CSV, one row per county or place in it, office and candidate. Places are
 * summed to their county; rows of totals only check the sums. A row that is there twice is taken
 * once, and two that contradict each other are refused. Without a column of places each row is of
 * the whole contest. A file has the counties it has: several
 * files of one contest are put together with `joinResults`. It doesn't say when its numbers were
 * true.
 */
export function readOpenElections(
  text: string,
  progress: Progress = () => {},
): ReadResult<ContestFile> {
  const table = readCsv(text, (rows, part) => progress(rows, part / 2));
  if (table.faults.length > 0) return { ok: false, faults: firstFaults(table.faults) };
  const found = findColumns(table);
  if (!found.ok) return found;
  const columns = found.value;
  const contests = new Map<string, OpenElectionsContest>();
  const turnout = new OpenElectionsTurnout();
  for (const [i, csvRow] of table.rows.entries()) {
    if (i % ROWS_A_STEP === 0) progress(i, 0.5 + i / table.rows.length / 2);
    const row = openElectionsRow(csvRow, columns);
    if ("fault" in row) {
      const party = textIn(csvRow, columns.party);
      contestOf(csvRow).addFaulty(nameIn(csvRow, columns), party, row.fault);
    } else if (row.kind.of === "contest") contestOf(csvRow).add(row, row.kind.measure);
    else if (row.kind.measure !== null) turnout.add(row, row.kind.measure);
  }
  if (contests.size === 0) return refused("has no rows of votes", { line: table.header.line });
  const warnings = turnout.warnings(({ row }, message) =>
    faultAt(columns.header, row, columns.votes, message),
  );
  const whole = [...contests.values()].flatMap((contest) => contest.finish(turnout));
  return { ok: true, value: { contests: whole, asOf: null }, warnings };

  function contestOf(row: CsvRow): OpenElectionsContest {
    const district = textIn(row, columns.district).replace(/^0+(?=\d)/, "");
    const title = `${textIn(row, columns.office)} ${district}`.trim();
    // `U.S. House`, `6` and `U.S. House`, `06` are one contest.
    const key = plainWords(title);
    const known = contests.get(key);
    if (known) return known;
    const contest = new OpenElectionsContest(title, columns);
    contests.set(key, contest);
    return contest;
  }
}
