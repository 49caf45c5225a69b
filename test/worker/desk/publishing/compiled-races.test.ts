import { expect, test } from "vitest";
import { compileRace } from "../../../../src/race/compile/compile-race.ts";
import { stampRace } from "../../../../src/race/compile/stamp-race.ts";
import { raceSource } from "../../../../src/race/schema/race.ts";
import { NO_SECTIONS } from "../../../../src/race/sections/index.ts";
import { pollsSource } from "../../../../src/race/sections/polls/source.ts";
import { turnoutSource } from "../../../../src/race/sections/turnout/source.ts";
import { nextClockMoment } from "../../../../src/worker/desk/publishing/clock.ts";
import { CompiledRaces } from "../../../../src/worker/desk/publishing/compiled-races.ts";
import { pollJson, raceJson } from "../fixture.ts";

const STAMP = { revision: 1, publication: 1, updatedAt: "2030-06-10T12:00:00Z" };

/** Polls that end, and come out, while the clock runs; one of them at an hour. */
const DATA = {
  ...NO_SECTIONS,
  race: raceSource.parse(raceJson()),
  polls: pollsSource.parse({
    polls: Array.from({ length: 12 }, (_, i) => ({
      ...pollJson(`p${i}`, 44 + (i % 5), 45 - (i % 3)),
      field: {
        start: `2030-06-${String(2 + i).padStart(2, "0")}`,
        end: `2030-06-${String(4 + i).padStart(2, "0")}`,
      },
      ...(i === 6 && { publishedAt: "2030-06-12T15:30:00-04:00" }),
    })),
  }),
  turnout: turnoutSource.parse({
    counts: [{ date: "2030-06-14", mode: "absentee_mail", ballots: 1200, source: "s" }],
  }),
};

function numbersAt(now: number): string {
  const at = new Date(now).toISOString();
  const compiled = compileRace(DATA, { now: at, ...STAMP, updatedAt: at });
  return JSON.stringify(stampRace(compiled, DATA, STAMP));
}

test("between two moments of the clock, whenever a race is computed its numbers are the same", () => {
  let now = Date.parse("2030-06-08T12:00:00Z");
  let different = 0;
  for (let stretch = 0; stretch < 14; stretch++) {
    const until = nextClockMoment(DATA, now) ?? Number.NaN;
    const first = numbersAt(now);
    for (const part of [0.001, 0.25, 0.5, 0.75, 0.999])
      expect(numbersAt(Math.floor(now + (until - now) * part))).toBe(first);
    if (numbersAt(until) !== first) different += 1;
    now = until;
  }
  // The moments themselves are no idle ones.
  expect(different).toBeGreaterThan(8);
});

test("a race is computed anew when its data or the clock's moment is another, and only then", () => {
  const races = new CompiledRaces();
  const start = Date.parse("2030-06-10T12:00:00Z");
  const midnight = Date.parse("2030-06-11T00:00:00-04:00");
  const first = races.get(DATA, "a", start);
  expect(races.get(DATA, "a", midnight - 1)).toBe(first);
  expect(races.get({ ...DATA, polls: null }, "b", start)).not.toBe(first);
  expect(races.get(DATA, "a", midnight - 1)).toBe(first);
  const next = races.get(DATA, "a", midnight);
  expect(next).not.toBe(first);
  expect(races.get(DATA, "a", midnight)).toBe(next);
  // Asked for an earlier moment, it can't give what it knows of a later one.
  expect(races.get(DATA, "a", start)).not.toBe(next);
});
