import { expect, test } from "vitest";
import { withListedAreas } from "../../../src/formats/match/listed-areas.ts";
import { resolveAreas } from "../../../src/formats/match/areas.ts";
import type { RaceSourceInput } from "../../../src/race/schema/race.ts";
import { aRace, counted, votes } from "../../race/fixtures.ts";
import { areaKey } from "../../../src/race/sections/results/listed-areas.ts";

test("spellings of one place have one key, and two places have two", () => {
  for (const name of [
    "Fulton",
    "FULTON",
    "Fulton County",
    "fulton co.",
    " Fulton  county ",
    "County of Fulton",
  ]) {
    expect({ name, key: areaKey(name) }).toEqual({ name, key: "fulton" });
  }
  expect(areaKey("Fairfax city")).not.toBe(areaKey("Fairfax County"));
  expect(areaKey("City of Fairfax")).toBe(areaKey("Fairfax city"));
  expect(areaKey("St. Louis")).toBe(areaKey("St Louis County"));
  expect(areaKey("DeKalb")).toBe(areaKey("DEKALB"));
  expect(areaKey("Doña Ana")).toBe(areaKey("Dona Ana County"));
  expect(areaKey("***")).toBe("***");
});

test("the name that says County wins over capitals and bare names, whatever the order", () => {
  for (const names of [
    ["FULTON", "Fulton", "Fulton County"],
    ["Fulton County", "Fulton", "FULTON"],
  ])
    expect(names.map(resolveAreas(names))).toEqual(Array(3).fill("Fulton County"));
  expect(["FULTON", "Fulton"].map(resolveAreas(["FULTON", "Fulton"]))).toEqual([
    "Fulton",
    "Fulton",
  ]);
});

test("a name that the race uses already is kept", () => {
  const name = resolveAreas(["Fulton County", "Cobb"], ["Fulton"]);
  expect(["FULTON", "Fulton County", "Cobb", "Elsewhere"].map(name)).toEqual([
    "Fulton",
    "Fulton",
    "Cobb",
    "Elsewhere",
  ]);
});

test("the whole contest has one name", () => {
  for (const name of ["TOTAL", "Totals", "Total:", "Grand Total", "grand totals"])
    expect(resolveAreas([name])(name)).toBe("total");
  expect(resolveAreas(["Total City"])("Total City")).toBe("Total City");
});

const listedIn = (names: readonly string[], areas: object[], known: readonly string[] = []) => {
  const race = aRace({ areas: areas as NonNullable<RaceSourceInput["areas"]> });
  const counts = names.flatMap((name) => [
    votes(name, "ada", 5),
    counted(name, "precincts_total", 50),
  ]);
  const { bodies, warnings } = withListedAreas({ results: { counts } }, race, known);
  return {
    areas: [...new Set(bodies.results?.counts.map(({ area }) => area))],
    warnings: warnings.map(({ message }) => message),
  };
};

test("an area gets the name that the race lists, unless the race counts it under another", () => {
  const areas = [{ id: "ash", name: "Ash County", aliases: ["Ashe"] }];
  expect(listedIn(["ASHE", "total"], areas).areas).toEqual(["Ash County", "total"]);
  expect(listedIn(["ASHE"], areas, ["Ash"]).areas).toEqual(["Ash"]);
});

test("what list and file have against each other is told", () => {
  const areas = [
    { id: "ash", name: "Ash", precincts: 40 },
    { id: "elm", name: "Elm", precincts: 50 },
  ];
  expect(listedIn(["Ash", "Elm", "Provisional"], areas).warnings).toEqual([
    `area unknown: Provisional: counts in the whole; add it to "areas" in race.json, or its name to an area's "aliases"`,
    "Ash has 50 precincts here and 40 in race.json: the file's are used",
  ]);
  expect(listedIn(["Ash"], []).warnings).toEqual([
    `race.json lists no areas: readers get how many precincts report, and no total, until it lists all "areas" of the race`,
  ]);
  expect(listedIn(["total"], []).warnings).toEqual([]);
});
