import type { Mode } from "../../race/schema/common.ts";
import type { ResultMeasure } from "../../race/sections/results/source.ts";
import { type CsvRow, faultAt, textAt } from "../text/csv.ts";
import type { Fault } from "../text/faults.ts";
import { completed, parseCount, sumOf } from "../match/count-tally.ts";
import { plainWords, strayVotes, voteMode } from "../match/vote-mode.ts";

/** Which column holds what. Columns that are neither are left alone: `votes` counts theirs too. */
export type OpenElectionsColumns = {
  readonly header: CsvRow;
  readonly at: ReadonlyMap<string, number>;
  readonly modes: readonly { readonly index: number; readonly mode: Mode }[];
};

/** One row, told apart by what it counts. */
export type OpenElectionsRow = {
  readonly row: CsvRow;
  readonly county: string;
  /** Null in files by county. */
  readonly precinct: string | null;
  /** Of what the row repeats the sum: all rows of its county, or all of the file. */
  readonly totalOf: "county" | "file" | null;
  readonly office: string;
  readonly district: string;
  readonly candidate: string;
  readonly party: string;
  /** Null for rows that count something no result needs: a contest's total, blank ballots. */
  readonly measure: Extract<
    ResultMeasure,
    "votes" | "registered" | "ballots" | "undervotes" | "overvotes"
  > | null;
  /** Null where the cell is empty: not reported. */
  readonly modes: ReadonlyMap<Mode, number> | null;
};

const TOTAL = /^(?:.+ )?totals?$/;
const UNUSED =
  /^(?:total|totals|total votes|total votes cast|votes cast|ballots cast|blanks?|blank votes|blank ballots|contest totals?)$/;

export function openElectionsRow(
  row: CsvRow,
  columns: OpenElectionsColumns,
): OpenElectionsRow | { readonly fault: Fault } {
  const text = (name: string) => textAt(row, columns.at.get(name));
  const fault = (name: string, message: string) => ({
    fault: faultAt(columns.header, row, columns.at.get(name), message),
  });
  const [county, office, candidate] = [text("county"), text("office"), text("candidate")];
  const precinct = columns.at.has("precinct") ? text("precinct") : null;
  const totalOf = sumOfWhat(county, precinct);
  if (county === "" && totalOf === null) return fault("county", "needs the county's name");
  if (precinct === "" && totalOf === null) return fault("precinct", "needs the precinct's name");
  if (office === "") return fault("office", "needs the office");
  const measure = measureOf(office, candidate);
  if (measure === "votes" && candidate === "")
    return fault("candidate", "needs the candidate's name");

  const votes = countAt(columns.at.get("votes"));
  if (votes === undefined) return fault("votes", wholeNumber(text("votes")));
  const byMode = new Map<Mode, number>();
  for (const { index, mode } of columns.modes) {
    const count = countAt(index);
    if (count === undefined)
      return { fault: faultAt(columns.header, row, index, wholeNumber(textAt(row, index))) };
    if (count !== null) byMode.set(mode, (byMode.get(mode) ?? 0) + count);
  }
  const modes = votes === null && byMode.size === 0 ? null : completed(byMode, votes);
  if (modes === null && votes !== null)
    return fault("votes", `is ${votes}, less than its modes, which add up to ${sumOf(byMode)}`);
  const [district, party] = [text("district"), text("party")];
  return { row, county, precinct, totalOf, office, district, candidate, party, measure, modes };

  function countAt(index: number | undefined): number | null | undefined {
    const cell = textAt(row, index);
    return cell === "" ? null : (parseCount(cell) ?? undefined);
  }
}

/** Mode columns differ from state to state; `early_voting` and `advance` are the same mode. */
export function modeColumns(at: ReadonlyMap<string, number>): OpenElectionsColumns["modes"] {
  return [...at].flatMap(([name, index]) => {
    const mode = voteMode(name);
    return mode === null ? [] : [{ index, mode }];
  });
}

function sumOfWhat(county: string, precinct: string | null): "county" | "file" | null {
  if (TOTAL.test(plainWords(county))) return "file";
  if (precinct !== null && TOTAL.test(plainWords(precinct)))
    return county === "" ? "file" : "county";
  return null;
}

function measureOf(office: string, candidate: string): OpenElectionsRow["measure"] {
  const [of, who] = [plainWords(office), plainWords(candidate)];
  const people = of === "voters" || of === "turnout" ? who : of;
  if (/^registered(?: voters)?(?: total)?$/.test(people)) return "registered";
  if (/^ballots cast(?: total)?$/.test(people)) return "ballots";
  if (of === "voters" || of === "turnout" || /^(registered voters|ballots cast)/.test(of))
    return null;
  return strayVotes(candidate) ?? (UNUSED.test(who) ? null : "votes");
}

function wholeNumber(found: string): string {
  return `must be a whole number, found ${JSON.stringify(found)}`;
}
