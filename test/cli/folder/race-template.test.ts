import { expect, test } from "vitest";
import { CliProblem } from "../../../src/cli/problem.ts";
import { raceTemplate } from "../../../src/cli/folder/race-template.ts";
import { checkSource } from "../../../src/race/check.ts";

const FACTS = {
  id: "us-xx-2026",
  title: "A race",
  date: "2026-11-03",
  timeZone: "America/New_York",
};

test("a new race.json is valid, a rehearsal, and votes by the clocks of its place", () => {
  const race = raceTemplate(FACTS);
  expect(checkSource("race", race).ok).toBe(true);
  expect(race).toMatchObject({
    id: "us-xx-2026",
    test: true,
    voting: { opens: "2026-11-03T07:00:00-05:00", closes: "2026-11-03T19:00:00-05:00" },
  });
  expect(raceTemplate({ ...FACTS, timeZone: "UTC" }).voting.opens).toBe(
    "2026-11-03T07:00:00+00:00",
  );
});

test("a date or zone that isn't one is refused in words", () => {
  expect(() => raceTemplate({ ...FACTS, date: "3 November" })).toThrow(CliProblem);
  expect(() => raceTemplate({ ...FACTS, timeZone: "Georgia" })).toThrow(/time zone name/);
});
