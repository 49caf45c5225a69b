import { expect, test } from "vitest";
import { areaKey, resolveAreas } from "../../../src/formats/match/areas.ts";

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
