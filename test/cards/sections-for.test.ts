import { expect, test } from "vitest";
import { sectionsFor } from "../../src/cards/sections-for.ts";
import { demoRace } from "./fixtures/demo-race.ts";

const { polls: _, ...withoutPolls } = demoRace;
const { turnout: __, ...withNothing } = withoutPolls;

test("auto shows polls and turnout before the count, as far as there are any", () => {
  expect(sectionsFor({ ...demoRace, status: "upcoming" }, "auto")).toEqual(["polls", "turnout"]);
  expect(sectionsFor(withoutPolls, "auto")).toEqual(["turnout"]);
  expect(sectionsFor(withNothing, "auto")).toEqual(["polls"]);
});

test("auto turns to results once there are some after polls close, and not before", () => {
  const results: NonNullable<typeof demoRace.results> = {
    asOf: "2017-06-20",
    source: "ga-sos",
    rounds: [],
    reporting: null,
    modes: [],
    calls: [],
  };
  expect(sectionsFor({ ...demoRace, results, status: "counting" }, "auto")).toEqual(["results"]);
  expect(sectionsFor({ ...demoRace, results, status: "certified" }, "auto")).toEqual(["results"]);
  expect(sectionsFor({ ...demoRace, results, status: "voting" }, "auto")).not.toContain("results");
  expect(sectionsFor({ ...demoRace, status: "counting" }, "auto")).toEqual(["polls", "turnout"]);
});

test("a card that names its section shows that one", () => {
  expect(sectionsFor(demoRace, "money")).toEqual(["money"]);
});
