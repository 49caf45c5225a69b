import type { PollAnswer } from "../match/contests.ts";
import { PARTIES } from "../match/generic-ballot.ts";
import { numberOrText, required } from "../sheet/cells.ts";
import type { CellKind } from "../sheet/local-cells.ts";
import type { Cells } from "../sheet/check-rows.ts";

/** An answer as the schema checks it. */
export type DraftAnswer = { readonly names: PollAnswer["names"]; readonly share: unknown };

/** One of the shapes in which FiveThirtyEight has published polls. */
export type Form = {
  readonly name: string;
  readonly required: readonly string[];
  /** Columns of which one must be there, the usual first. */
  readonly oneOf: readonly string[];
  /** The answers that one row gives, and the column of each one's share. */
  readonly answers: (cells: Cells) => readonly (DraftAnswer & { readonly column: string })[];
  readonly title: (cells: Cells) => readonly string[];
};

/** One row per answer; `candidate_party` or, since 2024, `party`. */
const LONG: Form = {
  name: "one row per answer",
  required: ["poll_id", "question_id", "pollster", "start_date", "end_date", "pct"],
  // The answer may be a last name alone, which another candidate can have too.
  oneOf: ["candidate_name", "answer"],
  answers: (cells) => {
    const name = LONG.oneOf.map(cells).find((cell) => cell !== "") ?? "";
    const names = name === "" ? [] : [name];
    return [{ names, share: required(numberOrText(cells("pct"))), column: "pct" }];
  },
  title: (cells) => [
    [cells("state"), cells("office_type")].filter((part) => part !== "").join(" "),
    // A seat that has no number has 0.
    cells("seat_name") || cells("seat_number").replace(/^0$/, ""),
    cells("stage"),
  ],
};

/** One row per question with two candidates, as in the pollster ratings' raw polls. */
const PAIR: Form = {
  name: "one row per question with cand1 and cand2",
  required: [
    "poll_id",
    "question_id",
    "pollster",
    "polldate",
    "cand1_name",
    "cand1_pct",
    "cand2_name",
    "cand2_pct",
  ],
  oneOf: [],
  answers: (cells) =>
    ["cand1", "cand2"].map((candidate) => ({
      names: [cells(`${candidate}_name`)].filter((name) => name !== ""),
      share: required(numberOrText(cells(`${candidate}_pct`))),
      column: `${candidate}_pct`,
    })),
  title: (cells) => [cells("race") || cells("location")],
};

/** One row per question with a column per party. */
const GENERIC: Form = {
  name: "one row per question with dem and rep",
  required: ["poll_id", "question_id", "pollster", "start_date", "end_date", "dem", "rep"],
  oneOf: [],
  answers: (cells) =>
    PARTIES.filter(({ column }) => cells(column) !== "").map(({ column, names }) => ({
      names,
      share: numberOrText(cells(column)),
      column,
    })),
  title: (cells) => [
    [cells("state"), cells("office_type"), "generic ballot", cells("cycle")]
      .filter((part) => part !== "")
      .join(" "),
    cells("stage"),
  ],
};

export const FORMS: readonly Form[] = [PAIR, GENERIC, LONG];

/** The form of a file with these columns; null where it has none. */
export function formOf(columns: { has: (name: string) => boolean }): Form | null {
  const has = (name: string) => columns.has(name);
  const fits = (form: Form) =>
    form.required.every(has) && (form.oneOf.length === 0 || form.oneOf.some(has));
  return FORMS.find(fits) ?? null;
}

/** What stands for one contest in its key: a race's number, or else its place and office. */
export function contestKey(cells: Cells): string {
  const race = cells("race_id") || [cells("state"), cells("office_type")].join(" ").trim();
  return [race, cells("stage"), cells("seat_number")].filter((part) => part !== "").join(":");
}

/** A party's own vote; in a "jungle primary" all parties stand together. */
export function isPrimary(cells: Cells): boolean {
  return /^primary\b/i.test(cells("stage"));
}

/** What stands in the cells of a column; null where it is text. */
export function cellKind(column: string): CellKind | null {
  if (/^(pct|cand\d_pct|dem|rep|ind)$/.test(column)) return "percent";
  if (/^samplesize$|^sample_size$/.test(column)) return "number";
  if (/^(start_date|end_date|polldate|election_?date)$/.test(column)) return "day";
  return column === "created_at" ? "moment" : null;
}
