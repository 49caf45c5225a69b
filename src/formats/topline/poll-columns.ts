import { headerName } from "../text/csv.ts";
import type { SheetSpec } from "../sheet/sheet.ts";

const BEFORE_SHARES = [
  "id",
  "survey",
  "pollster",
  "sponsor",
  "start",
  "end",
  "middle",
  "sample",
  "population",
  "margin_of_error",
] as const;
const AFTER_SHARES = [
  "undecided",
  "partisan",
  "internal",
  "published_at",
  "source",
  "url",
  "question",
  "mode",
  "frame",
  "probability",
  "weighting",
  "funder",
  "report_url",
  "note",
] as const;

/** The columns of polls.csv but the candidates', which stand between margin of error and undecided. */
export const POLLS_SHEET = {
  file: "polls.csv",
  columns: [...BEFORE_SHARES, ...AFTER_SHARES],
  required: ["pollster", "source"],
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
  return [...BEFORE_SHARES, ...shares, ...AFTER_SHARES];
}
