import * as fc from "fast-check";
import { addDays } from "../../../src/race/dates.ts";
import { poll, type Poll } from "../../../src/race/sections/polls/source.ts";
import {
  averageSettings,
  type AverageSettings,
} from "../../../src/race/sections/polls/settings.ts";
import type { AverageOptions } from "../../../src/race/average/evidence/prepare.ts";

/** Polls made up for tests: none of these pollsters exists. */
export function testPoll(
  id: string,
  ended: string,
  shares: Readonly<Record<string, number>>,
  more: Partial<Poll> = {},
): Poll {
  return poll.parse({
    id,
    survey: id,
    pollster: `Test Pollster ${id}`,
    field: { start: ended, end: ended },
    sample: 600,
    population: "lv",
    shares: Object.entries(shares).map(([candidate, share]) => ({ candidate, share })),
    source: "test",
    ...more,
  });
}

export const CANDIDATES = [
  { id: "ash", shortName: "Ash" },
  { id: "birch", shortName: "Birch" },
  { id: "cedar", shortName: "Cedar" },
] as const;

export const AS_OF = "2024-10-31T12:00:00-04:00";

export function optionsFor(
  method: AverageSettings["method"],
  more: Readonly<Record<string, unknown>> = {},
): AverageOptions {
  return {
    settings: averageSettings.parse({ method, ...more }),
    candidates: CANDIDATES,
    asOf: AS_OF,
    timeZone: "America/New_York",
  };
}

export const anyMethod = fc.constantFrom<AverageSettings["method"]>("weighted", "mean", "decay");

/** Up to 30 polls of the last 40 days, by few pollsters, of whom some ask about two of three. */
export const anyPolls: fc.Arbitrary<readonly Poll[]> = fc
  .array(
    fc.record({
      age: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 0, max: 5 }),
      pollster: fc.integer({ min: 1, max: 6 }),
      survey: fc.integer({ min: 1, max: 20 }),
      population: fc.constantFrom("lv" as const, "rv" as const, "a" as const, "v" as const, null),
      sample: fc.option(fc.integer({ min: 1, max: 5000 })),
      tenths: fc.tuple(...CANDIDATES.map(() => fc.integer({ min: 0, max: 333 }))),
      asked: fc.integer({ min: 1, max: 3 }),
      internal: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map((row, index) => {
      const end = addDays("2024-10-31", -row.age);
      return testPoll(
        `p${index}`,
        end,
        Object.fromEntries(
          CANDIDATES.slice(0, row.asked).map(({ id }, at) => [id, (row.tenths[at] ?? 0) / 10]),
        ),
        {
          survey: `s${row.survey}`,
          pollster: `Test Pollster ${row.pollster}`,
          field: { start: addDays(end, -row.length), end },
          population: row.population,
          sample: row.sample,
          internal: row.internal,
        },
      );
    }),
  );
