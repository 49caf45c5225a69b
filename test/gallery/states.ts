import { join } from "node:path";
import type { CardName } from "../../src/cards/index.ts";
import { readRaceFolder } from "../../src/cli/folder/race-folder.ts";
import { compileRace } from "../../src/race/compile/compile-race.ts";
import type { RaceData } from "../../src/race/schema/data.ts";
import type { RaceDocument } from "../../src/race/schema/document.ts";
import { raceSource } from "../../src/race/schema/race.ts";
import { poll, type Poll } from "../../src/race/sections/polls/source.ts";
import {
  call,
  countedRace,
  crowd,
  crowdVotes,
  finalCount,
  halfway,
} from "../cards/fixtures/results-race.ts";

/** A card with the numbers of a race in one of the states that it can be in. */
export type State = {
  readonly name: string;
  readonly card: CardName;
  readonly document: RaceDocument;
};

const FOLDER = join(import.meta.dirname, "../../races/us-ga-06-2017-runoff");
/** After all that the races have; each pins its own clock. */
const NOW = "2026-11-27T12:00:00Z";

/** Everything that cards are looked at in: the demo race, and made-up races marked as tests. */
export async function galleryStates(): Promise<readonly State[]> {
  const read = await readRaceFolder(FOLDER);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const demo = read.value;
  const { turnout } = demo;
  if (!turnout) throw new Error("the demo race has no turnout");
  const [lastDay] = turnout.counts.slice(-1);
  const states: readonly (readonly [CardName, string, RaceData])[] = [
    ["polls", "demo", demo],
    ["polls", "none", { ...demo, polls: { polls: [] } }],
    ["polls", "missing", { ...demo, polls: null }],
    ["polls", "few", { ...demo, polls: { polls: (demo.polls?.polls ?? []).slice(-1) } }],
    ["polls", "tie", polled(people(2), [[47, 47]])],
    ["polls", "clear", polled(people(2), [[61.2, 30.4]])],
    ["polls", "one", polled(people(1), [[61]])],
    ["polls", "three", polled(people(3), [[35, 34, 22]])],
    ["polls", "twelve", polled(people(12), [shares(12)])],
    ["polls", "thirty", polled(people(30), [shares(30)])],
    ["polls", "long", polled(LONG, [[44, 41, 9]])],
    ["polls", "right-to-left", polled(RTL, [[44, 41, 9]])],
    ["polls", "corrected", corrected(demo)],
    ["turnout", "demo", demo],
    [
      "turnout",
      "zero",
      { ...demo, turnout: { ...turnout, counts: lastDay ? [{ ...lastDay, ballots: 0 }] : [] } },
    ],
    ["turnout", "one-day", { ...demo, turnout: { ...turnout, counts: turnout.counts.slice(-1) } }],
    ["turnout", "no-reference", { ...demo, turnout: { counts: turnout.counts } }],
    ["turnout", "corrected", corrected(demo)],
    ["money", "demo", demo],
    ["history", "demo", demo],
    ["timeline", "demo", demo],
  ];
  return [
    ...states.map(([card, name, data]) => state(card, name, compiled(data))),
    ...counted().map(([name, document]) => state("results", name, document)),
  ];
}

function counted(): readonly (readonly [string, RaceDocument])[] {
  const test = { test: true };
  const many = (n: number) =>
    countedRace({
      votes: crowdVotes(n),
      precincts: [120, 208],
      change: { ...test, candidates: crowd(n) },
    });
  const first = { handel: 310, ossoff: 290 };
  return [
    ["zero", countedRace({ votes: { handel: 0, ossoff: 0 }, precincts: [0, 208], change: test })],
    ["hardly", countedRace({ votes: first, expectedPercent: 0.4, change: test })],
    ["halfway", countedRace({ ...halfway, change: test })],
    ["nearly", countedRace({ ...halfway, expectedPercent: 99.7, change: test })],
    ["tie", countedRace({ votes: { handel: 11_608, ossoff: 11_608 }, change: test })],
    ["called", countedRace({ ...finalCount, calls: [call()], change: test })],
    ["final", countedRace({ ...finalCount, change: { status: "certified" } })],
    ["one", countedRace({ votes: crowdVotes(1), change: { ...test, candidates: crowd(1) } })],
    ["twelve", many(12)],
    ["thirty", many(30)],
  ];
}

function state(card: CardName, name: string, document: RaceDocument): State {
  return { card, name, document: { ...document, id: `gallery-${card}-${name}`, next: 0 } };
}

function compiled(data: RaceData): RaceDocument {
  return compileRace(data, { now: NOW, updatedAt: NOW, revision: 1, publication: 1 }).document;
}

function corrected(data: RaceData): RaceData {
  const text = "Until 9:31 this card gave another figure; the right one is shown.";
  const corrections = (["polls", "turnout"] as const).map((section) => ({
    at: NOW,
    section,
    text,
  }));
  return { ...data, race: { ...data.race, corrections } };
}

type Person = { readonly name: string; readonly party: string };

const LONG: readonly Person[] = [
  { name: "Featherstonehaugh-Cholmondeley", party: "R" },
  { name: "Llanfairpwllgwyngyllsson", party: "D" },
  { name: "Vandenberghe y Santamaría", party: "L" },
];
const RTL: readonly Person[] = [
  { name: "سمير العلي", party: "R" },
  { name: "ליאור כהן", party: "D" },
  { name: "نور حداد", party: "I" },
];

function people(n: number): readonly Person[] {
  const names = ["Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir"];
  const parties = ["R", "D", "R", "D", "L", "G"];
  return Array.from({ length: n }, (_, i) => ({
    name: names[i] ?? `Tree${i + 1}`,
    party: parties[i] ?? "I",
  }));
}

function shares(n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => Math.max(0.4, (30 * (n - i)) / n / Math.sqrt(n / 2)));
}

/** A made-up race whose polls found these shares, a little apart from each other. */
function polled(persons: readonly Person[], found: readonly (readonly number[])[]): RaceData {
  const candidates = persons.map(({ name, party }, i) => ({
    id: `c${i}`,
    name,
    shortName: name,
    party: { code: party, name: party },
  }));
  const polls: Poll[] = [0, 3, 6, 10, 14, 21, 30].flatMap((ago, n) =>
    found.map((set) => {
      const day = new Date(Date.parse("2026-11-01") - ago * 86_400_000).toISOString().slice(0, 10);
      return poll.parse({
        id: `poll-${n}`,
        survey: `poll-${n}`,
        pollster: `Test Pollster ${n + 1}`,
        field: { start: day, end: day },
        sample: 800 + 20 * n,
        population: "lv",
        marginOfError: 3.5,
        shares: set.map((share, i) => ({
          candidate: `c${i}`,
          share:
            Math.round(
              10 * Math.max(0, share + (n % 2 ? 0.4 : -0.4) * (i % 2 ? 1 : -1) * Math.min(n, 3)),
            ) / 10,
        })),
        source: "test",
      });
    }),
  );
  return {
    race: raceSource.parse({
      id: "gallery",
      title: "Test race",
      office: "Test office",
      translations: { es: { title: "Carrera de prueba" } },
      jurisdiction: { name: "Testland", ocdId: "ocd-division/country:us/state:ga/place:test" },
      timeZone: "America/New_York",
      electionDate: "2026-11-03",
      voting: { opens: "2026-11-03T07:00:00-05:00", closes: "2026-11-03T19:00:00-05:00" },
      electionType: "general",
      test: true,
      asOf: "2026-11-03T08:00:00-05:00",
      candidates,
      sources: [{ id: "test", name: "Test data" }],
    }),
    polls: { polls },
    turnout: null,
    results: null,
    calls: null,
    money: null,
    history: null,
    timeline: null,
  };
}
