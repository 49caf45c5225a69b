import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeCsv } from "../src/formats/text/csv.ts";

/**
 * Makes races/us-ga-06-2017-night/events.csv: the count of the runoff in Georgia's 6th district,
 * 20 June 2017, as a rehearsal. Official are the county totals by mode (Georgia Secretary of
 * State) and the ballots and registered voters (county precinct returns). Made up are the order
 * in which precincts report, the moments, and so every count on the way. The same every time.
 */
const FILE = join(import.meta.dirname, "../races/us-ga-06-2017-night/events.csv");

const MADE_UP = "replay";
const OFFICIAL = "ga-sos";
const RETURNS = "county-returns";

const REGISTERED = 447_826;
const BALLOTS = 260_455;
const MODES = ["early_in_person", "absentee_mail", "election_day", "provisional"] as const;
const CANDIDATES = ["handel", "ossoff"] as const;
type Votes = { readonly [M in (typeof MODES)[number]]: number };

type County = {
  readonly area: string;
  readonly precincts: number;
  readonly votes: { readonly [C in (typeof CANDIDATES)[number]]: Votes };
  /** Made up: when its early vote comes, and its first and last precincts. */
  readonly earlyAt: number;
  readonly from: number;
  readonly to: number;
};

const COUNTIES: readonly County[] = [
  {
    area: "Cobb County",
    precincts: 50,
    votes: {
      handel: votes(9366, 4366, 31_893, 63),
      ossoff: votes(7761, 6625, 18_451, 277),
    },
    earlyAt: 26,
    from: 44,
    to: 150,
  },
  {
    area: "DeKalb County",
    precincts: 43,
    votes: {
      handel: votes(10_113, 1980, 11_983, 41),
      ossoff: votes(15_280, 5489, 13_093, 66),
    },
    earlyAt: 12,
    from: 32,
    to: 132,
  },
  {
    area: "Fulton County",
    precincts: 115,
    votes: {
      handel: votes(37_140, 3735, 24_062, 57),
      ossoff: votes(35_111, 5951, 17_321, 92),
    },
    earlyAt: 19,
    from: 38,
    to: 174,
  },
];

const LAST_MINUTE = 180;
const MAX_PRECINCTS_AT_ONCE = 6;
/** How much bigger or smaller than the mean a made-up precinct is, and how far it leans. */
const SIZE_SPREAD = 0.6;
const LEAN_SPREAD = 0.25;
const SEED = 20_170_620;

const HEADER = ["minute", "area", "measure", "candidate", "mode", "value", "source", "note"];

type Row = {
  readonly minute: number;
  readonly area: string;
  readonly measure: string;
  readonly candidate?: string;
  readonly mode?: string;
  readonly value: number;
  readonly source: string;
  readonly note: string;
};

/** The recorded night as CSV text. */
export function makeNight(): string {
  const random = randomFrom(SEED);
  const precinctRows = COUNTIES.flatMap((county) => precincts(county, random));
  const rows = [...opening(), ...COUNTIES.flatMap(earlyVotes), ...precinctRows, ...close()];
  return writeCsv(
    HEADER,
    rows
      .toSorted((a, b) => a.minute - b.minute)
      .map((row) => [
        String(row.minute),
        row.area,
        row.measure,
        row.candidate ?? "",
        row.mode ?? "",
        String(row.value),
        row.source,
        row.note,
      ]),
  );
}

function opening(): Row[] {
  const note = "TEST: who reports when, and every count before the last minute, is made up";
  const registered = { minute: 1, area: "total", measure: "registered", value: REGISTERED };
  return [
    { ...registered, source: RETURNS, note },
    ...COUNTIES.flatMap(({ area, precincts: total }) => [
      {
        minute: 1,
        area,
        measure: "precincts_total",
        value: total,
        source: RETURNS,
        note: "official",
      },
      {
        minute: 1,
        area,
        measure: "precincts_reported",
        value: 0,
        source: MADE_UP,
        note: "made up",
      },
    ]),
  ];
}

function earlyVotes({ area, earlyAt, votes: all }: County): Row[] {
  return (["early_in_person", "absentee_mail"] as const).flatMap((mode) =>
    CANDIDATES.map((candidate) => ({
      minute: earlyAt,
      area,
      measure: "votes",
      candidate,
      mode,
      value: all[candidate][mode],
      source: MADE_UP,
      note: "official total, made-up minute",
    })),
  );
}

/** The election-day vote in batches of made-up precincts, ending at the county's official total. */
function precincts(
  { area, precincts: total, votes: all, from, to }: County,
  random: Random,
): Row[] {
  const sizes = Array.from({ length: total }, () => 1 + SIZE_SPREAD * (2 * random() - 1));
  const leans = Array.from({ length: total }, () => LEAN_SPREAD * (2 * random() - 1));
  const weights = {
    handel: sizes.map((size, i) => size * (1 + (leans[i] ?? 0))),
    ossoff: sizes.map((size, i) => size * (1 - (leans[i] ?? 0))),
  };
  const batches = batchSizes(total, random);
  const minutes = reportMinutes(batches.length, from, to, random);
  let reported = 0;
  return batches.flatMap((batch, i) => {
    reported += batch;
    const at = { minute: minutes[i] ?? to, area, source: MADE_UP, note: "made up" };
    return [
      { ...at, measure: "precincts_reported", value: reported },
      ...CANDIDATES.map((candidate) => {
        const weighed = sum(weights[candidate].slice(0, reported)) / sum(weights[candidate]);
        // The last batch is exact: what floating point leaves out must not be lost.
        const part = reported === total ? 1 : weighed;
        const value = Math.floor(all[candidate].election_day * part);
        return { ...at, measure: "votes", candidate, mode: "election_day", value };
      }),
    ];
  });
}

/** The official count, whole: nothing that was made up on the way is left. */
function close(): Row[] {
  const official = { minute: LAST_MINUTE, source: OFFICIAL, note: "official" };
  return [
    { ...official, area: "total", measure: "ballots", value: BALLOTS, source: RETURNS },
    ...COUNTIES.flatMap(({ area, precincts: total, votes: all }) => [
      { ...official, area, measure: "precincts_reported", value: total, source: RETURNS },
      ...CANDIDATES.flatMap((candidate) =>
        MODES.map((mode) => ({
          ...official,
          area,
          measure: "votes",
          candidate,
          mode,
          value: all[candidate][mode],
        })),
      ),
    ]),
  ];
}

function batchSizes(total: number, random: Random): number[] {
  const sizes: number[] = [];
  for (let left = total; left > 0; left -= sizes.at(-1) ?? left)
    sizes.push(Math.min(left, 1 + Math.floor(random() * MAX_PRECINCTS_AT_ONCE)));
  return sizes;
}

/** Moments to the tenth of a minute, in order, the first and last as given. */
function reportMinutes(count: number, from: number, to: number, random: Random): number[] {
  const between = Array.from(
    { length: Math.max(0, count - 2) },
    () => from + random() * (to - from),
  );
  return [from, ...between, to].map((m) => Math.round(m * 10) / 10).toSorted((a, b) => a - b);
}

type Random = () => number;

/** Numbers from 0 up to 1 that are the same for the same seed: xorshift32 (Marsaglia, 2003). */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function votes(early: number, mail: number, day: number, provisional: number): Votes {
  return { early_in_person: early, absentee_mail: mail, election_day: day, provisional };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

if (import.meta.main) {
  const csv = makeNight();
  await writeFile(FILE, csv);
  console.log(`${FILE}: ${csv.split("\n").length - 2} counts`);
}
