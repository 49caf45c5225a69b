import { voteMode } from "../match/vote-mode.ts";
import { misspelled } from "../sheet/nearest-name.ts";
import { type CsvRow, headerName } from "../text/csv.ts";
import { type Fault, fault } from "../text/faults.ts";

/** Names under which files have a column, ours first. */
export const NAMES = {
  county: ["county", "county_name", "parish"],
  office: ["office"],
  district: ["district"],
  candidate: ["candidate", "candidates", "candidate_name"],
  party: ["party"],
  votes: ["votes", "total_votes", "votes_total", "total"],
} as const satisfies Record<string, readonly string[]>;

/** Columns that take a name apart, in the order in which it is said. */
export const NAME_PARTS = [
  "first",
  "first_name",
  "middle",
  "middle_name",
  "last",
  "last_name",
  "suffix",
];

/** Columns of places whose number offices give as "precincts reporting". */
export const PRECINCTS = [
  "precinct",
  "precint",
  "precinct_name",
  "ward",
  "election_district",
  "polling_place",
];
/** Columns that name a place inside a county; New York numbers precincts inside an assembly district. */
export const PLACES = ["assembly_district"].concat(
  PRECINCTS,
  "town",
  "township",
  "municipality",
  "city",
  "city_town",
  "parish",
);

/** Whether a table has what a file of theirs can't do without, but for one column's name. */
export function hasTheirColumns(names: ReadonlySet<string>): boolean {
  return missingIn(names).length <= 1;
}

export function missingIn(names: ReadonlySet<string>): readonly string[] {
  const has = (part: keyof typeof NAMES) => NAMES[part].some((name) => names.has(name));
  const missing = (["county", "office", "candidate"] as const).filter(
    (part) =>
      !has(part) && !(part === "candidate" && ["last", "last_name"].some((n) => names.has(n))),
  );
  const counts = has("votes") || [...names].some((name) => voteMode(name) !== null);
  return counts ? missing : [...missing, "votes"];
}

/** Whether no column could name a place, so that each row is a whole contest's. */
export function isWholeContests(at: ReadonlyMap<string, number>): boolean {
  const known = new Set<string>([...Object.values(NAMES).flat(), ...NAME_PARTS]);
  return [...at.keys()].every(
    (name) =>
      known.has(name) || voteMode(name) !== null || NOT_A_PLACE.test(name) || SHARE.test(name),
  );
}

/** Shares of the votes. `pct` may be a precinct, but then rows repeat each other. */
const SHARE = /^(?:pct|percent|percentage|share)(?:_votes?)?$/;

/** Columns that differ from row to row, whatever the place. */
export const NOT_A_PLACE =
  /^(?:id|row|line|index|unnamed.*|notes?|sources?|url|page|winner|incumbent)$/;

/** Columns that are there twice, and those whose name is spelt wrong: what they hold would be lost. */
export function nameFaults(header: CsvRow, at: ReadonlyMap<string, number>): readonly Fault[] {
  const known = [...Object.values(NAMES).flat(), ...PLACES];
  const missing = [
    ...Object.values(NAMES).flatMap((names) => (names.some((name) => at.has(name)) ? [] : names)),
    ...PLACES.filter((name) => !at.has(name)),
  ];
  const names = header.cells.map(headerName);
  return names.flatMap((name, i) => {
    const place = { line: header.line, column: i + 1, field: name };
    if (known.includes(name) && at.get(name) !== i)
      return [fault("is there twice: keep one of the two columns", place)];
    const meant =
      known.includes(name) || voteMode(name) !== null ? null : misspelled(name, missing);
    return meant === null ? [] : [fault(`is no column that is known: is it ${meant}?`, place)];
  });
}
