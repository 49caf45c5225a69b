import type { Mode } from "../../race/schema/common.ts";
import { voteMode } from "../match/vote-mode.ts";
import { columnsOf, type CsvRow, type CsvTable } from "../text/csv.ts";
import { fault, type ReadResult } from "../text/faults.ts";
import { countIn } from "./cells.ts";
import {
  isWholeContests,
  missingIn,
  NAME_PARTS,
  nameFaults,
  NAMES,
  NOT_A_PLACE,
  PLACES,
  PRECINCTS,
} from "./column-names.ts";

/** A column that counts one way of voting; null is none that is known. */
export type ModeColumn = {
  readonly name: string;
  readonly index: number;
  readonly mode: Mode | null;
  /** Columns that take this one apart: `early_voting_paper` is a part of `early_voting`. */
  readonly parts: readonly ModeColumn[];
};

/** Which column holds what. */
export type OpenElectionsColumns = {
  readonly [N in keyof typeof NAMES]: number | undefined;
} & {
  readonly header: CsvRow;
  /** A candidate's name in parts, where no column has it whole. */
  readonly names: readonly number[];
  readonly places: readonly number[];
  readonly hasPrecincts: boolean;
  readonly modes: readonly ModeColumn[];
  /** Columns of counts in no known way: they count only where `votes` is empty. */
  readonly unknown: readonly ModeColumn[];
  /** Columns whose cells may tell places apart, since nobody knows what they are. */
  readonly unread: readonly { readonly name: string; readonly index: number }[];
};

export function findColumns({ header, rows }: CsvTable): ReadResult<OpenElectionsColumns> {
  const at = columnsOf(header);
  const missing = missingIn(new Set(at.keys())).filter(
    (name) => name !== "county" || !isWholeContests(at),
  );
  if (missing.length > 0) {
    const known = new Set<string>([...Object.values(NAMES).flat(), ...NAME_PARTS, ...PLACES]);
    const others = [...at.keys()].filter((name) => !known.has(name) && voteMode(name) === null);
    const meant = others.length === 0 ? "" : ` (is that ${others.slice(0, 3).join(" or ")}?)`;
    const message = `looks like an OpenElections CSV, but ${missing.join(", ")}${meant} is missing: give the column its name`;
    return { ok: false, faults: [fault(message, { line: header.line })] };
  }
  const faults = nameFaults(header, at);
  if (faults.length > 0) return { ok: false, faults };
  const find = (part: keyof typeof NAMES) =>
    NAMES[part].map((name) => at.get(name)).find((index) => index !== undefined);
  const named = {
    county: find("county"),
    office: find("office"),
    district: find("district"),
    candidate: find("candidate"),
    party: find("party"),
    votes: find("votes"),
  };
  const taken = new Set<number | undefined>(Object.values(named));
  const places = PLACES.filter((name) => at.has(name) && !taken.has(at.get(name)));
  const placesAt = places.flatMap((name) => at.get(name) ?? []);
  const names = NAME_PARTS.flatMap((name) => at.get(name) ?? []);
  for (const index of [...placesAt, ...names]) taken.add(index);
  const free = [...at].filter(([, index]) => !taken.has(index));
  const modes = free.flatMap(([name, index]) => {
    const mode = voteMode(name);
    return mode === null ? [] : [{ name, index, mode, parts: [] }];
  });
  const apart = partsAreVotesOfTheirOwn(modes, rows, named.votes);
  const columns = {
    ...named,
    header,
    names,
    places: placesAt,
    hasPrecincts: places.some((name) => PRECINCTS.includes(name)),
    modes: apart ? modes : withParts(modes),
  };
  const others = free
    .filter(([name]) => voteMode(name) === null && !NO_COUNT.test(name))
    .map(([name, index]) => ({ name, index, mode: null, parts: [] }));
  const unknown = withParts(others.filter((one) => countsVotes(one, columns, rows)));
  const unread = free
    .filter(([name]) => voteMode(name) === null && !NOT_A_PLACE.test(name))
    .map(([name, index]) => ({ name, index }));
  return { ok: true, value: { ...columns, unknown, unread }, warnings: [] };
}

/** Names of numbers that are no votes. */
const NO_COUNT =
  /(^|_)(id|code|fips|number|no|num|percent|pct|percentage|share|year|date|winner|page|notes?|url|source|registered|registration|voters|turnout|ballots?|totals?|precincts?|districts?|wards?|name|order|rank|cycle|zip|lat|lon|seats?|margin)(_|$)/;

/** `early_voting_paper` stands under `early_voting`, whose votes it repeats. */
function withParts(columns: readonly ModeColumn[]): readonly ModeColumn[] {
  const isPart = (part: ModeColumn, whole: ModeColumn) =>
    part !== whole && part.name.startsWith(`${whole.name}_`);
  return columns
    .filter((one) => !columns.some((whole) => isPart(one, whole)))
    .map((whole) => ({ ...whole, parts: columns.filter((part) => isPart(part, whole)) }));
}

/** `absentee` beside `absentee_military` may be the rest: the votes in all tell. */
function partsAreVotesOfTheirOwn(
  modes: readonly ModeColumn[],
  rows: readonly CsvRow[],
  votes: number | undefined,
): boolean {
  const whole = withParts(modes);
  if (votes === undefined || whole.length === modes.length) return false;
  let [asParts, apart] = [0, 0];
  for (const row of rows) {
    const stated = countIn(row, votes);
    if (typeof stated !== "number" || stated === 0) continue;
    const sum = (columns: readonly ModeColumn[]) =>
      columns.reduce((total, { index }) => total + (Number(countIn(row, index)) || 0), 0);
    if (sum(whole) === stated) asParts++;
    if (sum(modes) === stated) apart++;
  }
  return apart > asParts;
}

/** All cells are counts, and nowhere do they and the known ways exceed the votes in all. */
function countsVotes(
  { index }: ModeColumn,
  { modes, votes }: Pick<OpenElectionsColumns, "modes" | "votes">,
  rows: readonly CsvRow[],
): boolean {
  let counted = false;
  for (const row of rows) {
    const value = countIn(row, index);
    if (value === undefined) return false;
    if (value === null) continue;
    counted = true;
    const stated = countIn(row, votes);
    if (typeof stated !== "number") continue;
    const known = modes.reduce((sum, mode) => sum + (Number(countIn(row, mode.index)) || 0), 0);
    if (known + value > stated) return false;
  }
  return counted;
}
