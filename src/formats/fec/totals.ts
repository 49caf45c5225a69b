import { moneyEntry, type MoneyEntry, type MoneySource } from "../../race/sections/money/source.ts";
import type { Candidate } from "../../race/schema/race-facts.ts";
import type { FileRequest, Found } from "../format.ts";
import { matchCandidate, nameWords } from "../match/candidates.ts";
import { fault, type Fault, type Place, type ReadResult, resultOf } from "../text/faults.ts";
import { plainWords } from "../sheet/plain-issues.ts";

/** The measures that a candidate's totals give. */
export const FEC_MEASURES = ["receipts", "disbursements", "cash_on_hand"] as const;
export type FecMeasure = (typeof FEC_MEASURES)[number];

/** One candidate's totals of a cycle, as the Federal Election Commission gives them. */
export type FecTotals = {
  /** The commission's id of the candidate: `H8GA06286`. */
  readonly id: string;
  /** `HANDEL, KAREN CHRISTINE`; empty where the file gives none. */
  readonly name: string;
  /** Dollars; text that is no number stays as it is; null where the file has nothing. */
  readonly amounts: Readonly<Record<FecMeasure, number | string | null>>;
  /** Coverage end date, `YYYY-MM-DD`; null where the file has nothing. */
  readonly through: string | null;
  readonly placeOf: (part: FecMeasure | "name" | "through") => Place;
};

export type FecOptions = {
  readonly candidates: readonly Candidate[];
  /** Id of the source that every figure is credited to. */
  readonly source: string;
};

export function optionsOf({ race, source }: FileRequest): FecOptions {
  return { candidates: race.candidates, source };
}

export function foundMoney(read: ReadResult<MoneySource>): ReadResult<Found> {
  return read.ok ? { ...read, value: { bodies: { money: read.value }, contests: [] } } : read;
}

/** A list longer than this helps nobody. */
const MAX_LISTED = 20;

/**
 * Takes the totals of a race's candidates, matched by the commission's id (as an alias) or by
 * name. Warnings name who is left out and say that totals cover the whole cycle.
 */
export function fecMoney(
  totals: readonly FecTotals[],
  { candidates, source }: FecOptions,
): ReadResult<MoneySource> {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  const entries: MoneyEntry[] = [];
  const owner = new Map<string, FecTotals>();
  const strangers: FecTotals[] = [];
  for (const row of totals) {
    const match = matchTotals(row, candidates);
    if (!match.ok) {
      if (match.reason === "unknown") strangers.push(row);
      else faults.push(fault(match.message, row.placeOf("name")));
      continue;
    }
    const before = owner.get(match.id);
    owner.set(match.id, row);
    if (before) {
      const message = `${shown(row)} and ${shown(before)} are both ${match.id}: leave one set of totals in the file`;
      faults.push(fault(message, row.placeOf("name")));
      continue;
    }
    const found = entriesOf(row, match.id, source);
    entries.push(...found.entries);
    faults.push(...found.faults);
    warnings.push(...found.warnings);
  }
  if (owner.size === 0) {
    faults.push(fault(`the file has no candidate of this race. ${list(strangers)}`));
  } else {
    const message = "totals cover the candidate's whole two-year cycle, other races in it included";
    warnings.push(fault(message));
  }
  return resultOf({ entries }, faults, [
    ...warnings,
    ...candidates.filter((c) => !owner.has(c.id)).map((c) => missing(c, strangers)),
    ...(strangers.length > 0
      ? [fault(`left out, no candidates of this race: ${list(strangers)}`)]
      : []),
  ]);
}

function matchTotals(row: FecTotals, candidates: readonly Candidate[]) {
  const byId = matchCandidate(row.id, candidates);
  return byId.ok || row.name === "" ? byId : matchCandidate(row.name, candidates);
}

function entriesOf(row: FecTotals, candidate: string, source: string) {
  const entries: MoneyEntry[] = [];
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  for (const measure of FEC_MEASURES) {
    const amount = row.amounts[measure];
    if (amount === null) continue;
    if (Number(amount) < 0) {
      const message = `${measure} of ${candidate} is below 0 (${amount}) and left out`;
      warnings.push(fault(message, row.placeOf(measure)));
      continue;
    }
    const draft = { measure, candidate, amount, asOf: row.through ?? undefined, source };
    const checked = moneyEntry.safeParse(draft, { error: plainWords });
    if (checked.success) entries.push(checked.data);
    else {
      for (const { path, message } of checked.error.issues) {
        const part = path[0] === "asOf" ? "through" : path[0] === "amount" ? measure : null;
        if (part !== null) faults.push(fault(withFound(message, row, part), row.placeOf(part)));
      }
    }
  }
  return { entries, faults: distinct(faults), warnings };
}

function withFound(message: string, row: FecTotals, part: FecMeasure | "through"): string {
  const found = part === "through" ? row.through : row.amounts[part];
  return `${message}, found ${found ?? "nothing"}`;
}

/** One date serves three amounts. */
function distinct(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((f) => [`${f.line} ${f.column} ${f.message}`, f])).values()];
}

/** Who of the file may be meant, by last name, is only ever a hint. */
function missing(candidate: Candidate, strangers: readonly FecTotals[]): Fault {
  const last = nameWords(candidate.name).at(-1);
  const near = strangers.filter((row) => last !== undefined && nameWords(row.name).at(-1) === last);
  const hint =
    near.length > 0
      ? `if ${list(near)} is the same person, add that id to the candidate's "aliases" in race.json`
      : "add the commission's id to the candidate's \"aliases\" in race.json if the file has one";
  return fault(`no totals for ${candidate.name}: ${hint}`, near[0]?.placeOf("name"));
}

function list(rows: readonly FecTotals[]): string {
  const more = rows.length - MAX_LISTED;
  return rows.slice(0, MAX_LISTED).map(shown).join("; ") + (more > 0 ? ` and ${more} more` : "");
}

function shown({ name, id }: FecTotals): string {
  return name === "" ? id : `${name} (${id})`;
}
