import { plainTitle } from "./candidates-named.ts";
import { parseCount } from "../../src/formats/match/count-tally.ts";
import { columnsOf, readCsv, textAt } from "../../src/formats/text/csv.ts";

/**
 * Votes that a file may mean for one choice, by any reading of its totals: by the contest's key or
 * title, and by the choice's key, all in plain words.
 */
export type OwnSums = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>;

/**
 * What a file adds up to by its own word, read apart from the readers that are tried: OpenElections'
 * rows with and without totals, the sums that Clarity, Georgia and AP print. Null for formats whose
 * sums aren't held against anything.
 */
export function ownSums(format: string, text: string): OwnSums | null {
  if (format === "openelections") return openElectionsSums(text);
  if (format === "clarity-xml") return claritySums(text);
  if (format === "sos-ga") return sosSums(text);
  if (format === "ap") return apSums(text);
  return null;
}

type Places = Map<string, Map<string, number>>;
type Rows = { readonly places: Places; readonly totals: Places };

const TOTAL = /\btotals?\b|^(state ?wide|all counties|all precincts|county ?wide)$/i;

function openElectionsSums(text: string): OwnSums {
  const { header, rows } = readCsv(text);
  const at = columnsOf(header);
  const first = (...names: readonly string[]) =>
    names.map((name) => at.get(name)).find((i) => i !== undefined);
  const columns = {
    county: first("county", "county_name", "parish"),
    office: at.get("office"),
    district: at.get("district"),
    candidate: first("candidate", "candidates", "candidate_name"),
    votes: first("votes", "total_votes", "votes_total", "total"),
  };
  const places = [
    "assembly_district",
    "precinct",
    "precinct_name",
    "precint",
    "ward",
    "election_district",
    "polling_place",
    "town",
    "township",
    "municipality",
    "city",
    "city_town",
    "parish",
  ]
    .flatMap((name) => at.get(name) ?? [])
    .filter((index) => index !== columns.county);
  const contests = new Map<string, Map<string, Rows>>();
  const unjudged = new Set<string>();
  for (const row of rows) {
    const votes = parseCount(textAt(row, columns.votes));
    const cell = (index: number | undefined) => textAt(row, index).replace(/^(NA|N\/A)$/, "");
    const contest = plainTitle(`${cell(columns.office)} ${cell(columns.district)}`);
    // Where only modes are given, there is no sum of the file's own.
    if (votes === null) unjudged.add(contest);
    if (votes === null) continue;
    const name = cell(columns.candidate);
    const place = places.map(cell);
    const isTotal =
      [cell(columns.county), ...place].some((unit) => TOTAL.test(unit)) ||
      cell(columns.county) === "" ||
      (places.length > 0 && place.every((unit) => unit === ""));
    const choices = contests.get(contest) ?? new Map<string, Rows>();
    contests.set(contest, choices);
    const own = choices.get(plainTitle(name)) ?? { places: new Map(), totals: new Map() };
    choices.set(plainTitle(name), own);
    const key = JSON.stringify([cell(columns.county), ...place]);
    const side = isTotal ? own.totals : own.places;
    // One place's identical rows are one.
    side.set(
      key,
      (side.get(key) ?? new Map<string, number>()).set(
        JSON.stringify(row.cells).toLowerCase(),
        votes,
      ),
    );
  }
  for (const contest of unjudged) contests.delete(contest);
  return new Map(
    [...contests].map(([title, choices]) => [
      title,
      new Map([...choices].map(([name, own]) => [name, possible(own)])),
    ]),
  );
}

/** The sum of places, without one that is the sum of the others; a total where there is nothing else. */
function possible({ places, totals }: Rows): ReadonlySet<number> {
  const sum = (votes: Iterable<number>) => [...votes].reduce((all, one) => all + one, 0);
  const sums = (all: Places) => [...all.values()].map((rows) => sum(rows.values()));
  const [byPlace, stated] = [sums(places), sums(totals)];
  const all = sum(byPlace);
  const hidden = byPlace.filter((votes) => votes * 2 === all).map((votes) => all - votes);
  return places.size === 0 ? new Set([...stated, sum(stated)]) : new Set([all, ...hidden]);
}

const CLARITY = /<Contest\b[^>]*?\btext="([^"]*)"|<Choice\b([^>]*)>/g;

function claritySums(text: string): OwnSums {
  const contests = new Map<string, Map<string, Set<number>>>();
  let choices = new Map<string, Set<number>>();
  for (const [, contest, choice] of text.matchAll(CLARITY)) {
    if (contest !== undefined) {
      choices = new Map();
      contests.set(plainTitle(unescaped(contest)), choices);
    } else {
      const name = plainTitle(unescaped(/\bkey="([^"]*)"/.exec(choice ?? "")?.[1] ?? ""));
      const votes = Number(/\btotalVotes="(\d+)"/.exec(choice ?? "")?.[1] ?? Number.NaN);
      choices.set(name, (choices.get(name) ?? new Set()).add(votes));
    }
  }
  return contests;
}

function unescaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    amp: "&",
    quot: '"',
    apos: "'",
    lt: "<",
    gt: ">",
  };
  return text.replace(/&(\w+);/g, (all, name: string) => names[name] ?? all);
}

type Sums = Map<string, Map<string, Set<number>>>;

/** Adds what a file says that a choice has. */
function say(sums: Sums, contest: string, choice: string, votes: number): void {
  const choices = sums.get(plainTitle(contest)) ?? new Map<string, Set<number>>();
  sums.set(plainTitle(contest), choices);
  choices.set(plainTitle(choice), (choices.get(plainTitle(choice)) ?? new Set()).add(votes));
}

type SosPlace = {
  readonly ballotItems: readonly {
    readonly name: string;
    readonly ballotOptions: readonly { readonly name: string; readonly voteCount: number }[];
  }[];
};

function sosSums(text: string): OwnSums {
  const { results }: { readonly results: SosPlace } = JSON.parse(text);
  const sums: Sums = new Map();
  for (const { name: contest, ballotOptions } of results.ballotItems)
    for (const { name, voteCount } of ballotOptions) say(sums, contest, name, voteCount);
  return sums;
}

type ApRace = {
  readonly raceID: string | number;
  readonly reportingUnits?: readonly {
    readonly level: string;
    readonly candidates: readonly {
      readonly candidateID: string | number;
      readonly voteCount?: number;
    }[];
  }[];
};

/** The units of the whole contest repeat what its parts add up to, so only they are taken. */
function apSums(text: string): OwnSums {
  const { races }: { readonly races: readonly ApRace[] } = JSON.parse(text);
  const sums: Sums = new Map();
  for (const { raceID, reportingUnits = [] } of races) {
    const whole = reportingUnits.filter(({ level }) => /^(state|national)$/i.test(level));
    for (const { candidates } of whole)
      for (const { candidateID, voteCount = 0 } of candidates)
        say(sums, String(raceID), String(candidateID), voteCount);
  }
  return sums;
}
