import { expect, test } from "vitest";
import { NOTHING_SAID } from "../../../src/formats/format.ts";
import { readForRace } from "../../../src/formats/read-for-race.ts";
import { aRace } from "../../race/fixtures.ts";
import { answer, senate } from "./fixture.ts";

const RACE = aRace({ sources: [{ id: "ap", name: "AP" }] });
const GOOD = answer([senate()]);

function faults(file: string) {
  const read = readForRace({
    ...NOTHING_SAID,
    format: "ap",
    file,
    race: RACE,
    areas: [],
    section: null,
  });
  return read.ok ? [] : read.faults;
}

test("the good answer is good", () => {
  expect(faults(GOOD)).toEqual([]);
});

test.each([
  ["truncated", GOOD.slice(0, GOOD.length / 2), "not valid JSON"],
  ["nested deeply", `{"races":${"[".repeat(9000)}${"]".repeat(9000)}}`, "nests more than 64 deep"],
  ["huge", `{"races":["${"x".repeat(33 * 1024 * 1024)}"]}`, "is larger than 32 million"],
  ["a list", "[1]", "object"],
  ["races that are no list", answer([]).replace('"races":[]', '"races":{}'), "array"],
  ["without races", answer([]), "has no race"],
  ["another day's form", GOOD.replace("2026-11-03", "3 November"), "must be a date"],
  ["a race without id", GOOD.replace('"raceID":"7001",', ""), "Invalid input"],
])("%s is refused with its reason", (_name, text, reason) => {
  expect(faults(text)[0]?.message).toContain(reason);
});

test("a key that stands twice is refused with its line", () => {
  const twice = GOOD.replace('"voteCount":20', '\n"voteCount":20,"voteCount":21');
  expect(faults(twice)).toMatchObject([{ line: 2, column: 16, field: "voteCount" }]);
  expect(faults(twice)[0]?.message).toContain("there twice");
});

test.each([
  ['"voteCount":20', '"voteCount":-20'],
  ['"voteCount":20', '"voteCount":20.5'],
  ['"voteCount":20', '"voteCount":1e300'],
  ['"voteCount":20', '"voteCount":"many"'],
  ['"level":"state"', '"level":7'],
  ['"lastUpdated":"2026-11-03T21:00:00-05:00"', '"lastUpdated":"nine"'],
  ['"party":"GOP"', '"party":{"$ne":1}'],
])("%s as %s is a fault of its own contest, with its place", (from, to) => {
  const found = faults(GOOD.replace(from, to));
  expect(found[0]?.field).toMatch(/^races\.0\.reportingUnits\.\d/);
  expect(found[0]?.line).toBe(1);
  const beside = answer([JSON.parse(JSON.stringify(senate({ id: "7002" })))]);
  const both = JSON.parse(GOOD.replace(from, to));
  const text = JSON.stringify({ ...both, races: [...both.races, ...JSON.parse(beside).races] });
  const read = readForRace({
    ...NOTHING_SAID,
    file: text,
    race: RACE,
    areas: [],
    section: null,
    contest: "7002",
  });
  expect(read.ok).toBe(true);
});

test("names that mean something to a program are names", () => {
  const areas = ["__proto__", "constructor", "=1+1"].map((name) => ({
    name,
    votes: { Able: 20, Baker: 10 },
  }));
  const read = readForRace({
    ...NOTHING_SAID,
    file: answer([senate({ areas, total: { Able: 60, Baker: 30 } })]),
    race: RACE,
    areas: [],
    section: null,
  });
  const names = read.ok ? read.value.bodies.results?.counts.map(({ area }) => area) : [];
  expect(new Set(names)).toEqual(new Set(["total", "__proto__", "constructor", "=1+1"]));
});
