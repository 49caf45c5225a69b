import { polls } from "../../race/sections/polls/index.ts";
import { headerName } from "../text/csv.ts";
import type { CellKind } from "../sheet/local-cells.ts";
import type { SheetSpec } from "../sheet/sheet.ts";

const { columns, required } = polls.csv;
const FIRST_AFTER_SHARES = columns.indexOf("undecided");

/** The columns of polls.csv but the candidates', which stand between margin of error and undecided. */
export const POLLS_SHEET = {
  file: "polls.csv",
  columns,
  required,
} as const satisfies SheetSpec;

const CANDIDATE_PREFIX = "candidate:";

/** What a candidate's column is known as inside the reader. */
export function shareColumn(id: string): string {
  return CANDIDATE_PREFIX + id;
}

/** The candidate whom a header cell names: `candidate:note` for one whose id is a column's name. */
export function candidateName(cell: string): string {
  return cell.startsWith(CANDIDATE_PREFIX) ? cell.slice(CANDIDATE_PREFIX.length) : cell;
}

/** The header of polls.csv for candidates with these ids. */
export function pollsHeader(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>(POLLS_SHEET.columns);
  const shares = ids.map((id) => (taken.has(headerName(id)) ? shareColumn(id) : id));
  return [...columns.slice(0, FIRST_AFTER_SHARES), ...shares, ...columns.slice(FIRST_AFTER_SHARES)];
}

const KINDS: Readonly<Record<string, CellKind>> = {
  start: "day",
  end: "day",
  middle: "day",
  published_at: "day",
  sample: "number",
  margin_of_error: "percent",
  undecided: "percent",
};

/** What stands in the cells of a column, those of candidates' shares among them. */
export function pollCellKind(column: string): CellKind | null {
  return column.startsWith(CANDIDATE_PREFIX) ? "percent" : (KINDS[column] ?? null);
}
