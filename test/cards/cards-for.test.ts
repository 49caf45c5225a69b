import { expect, test } from "vitest";
import { cardsFor } from "../../src/cards/cards-for.ts";
import type { Silence } from "../../src/race/schema/quiet.ts";
import { demoRace } from "./fixtures/demo-race.ts";

const { polls: _, ...withoutPolls } = demoRace;
const { turnout: __, ...withNothing } = withoutPolls;

test("auto shows polls and turnout before the count, as far as there are any", () => {
  expect(cardsFor({ ...demoRace, status: "upcoming" }, "auto")).toEqual(["polls", "turnout"]);
  expect(cardsFor(withoutPolls, "auto")).toEqual(["turnout"]);
  expect(cardsFor(withNothing, "auto")).toEqual(["polls"]);
});

test("auto turns to results once there are some after polls close, and not before", () => {
  const results: NonNullable<typeof demoRace.results> = {
    asOf: "2017-06-20",
    source: "ga-sos",
    rounds: [],
    reporting: null,
    count: { state: "not_started", expected: null, outstanding: [], nextUpdate: null },
    modes: [],
    notes: [],
  };
  expect(cardsFor({ ...demoRace, results, status: "counting" }, "auto")).toEqual(["results"]);
  expect(cardsFor({ ...demoRace, results, status: "certified" }, "auto")).toEqual(["results"]);
  expect(cardsFor({ ...demoRace, results, status: "voting" }, "auto")).not.toContain("results");
  expect(cardsFor({ ...demoRace, status: "counting" }, "auto")).toEqual(["polls", "turnout"]);
});

test("a card that was chosen is shown, whatever matters now", () => {
  expect(cardsFor(demoRace, "results")).toEqual(["results"]);
});

test("auto shows the sentence of a section that must keep silent", () => {
  const silence: Silence = {
    what: "polls",
    section: "polls",
    from: "2017-06-15T00:00:00-04:00",
    to: "2017-06-20T20:00:00-04:00",
    law: "TEST Act",
    statement: { en: "TEST" },
  };
  expect(cardsFor({ ...withoutPolls, quiet: [silence] }, "auto")).toEqual(["polls", "turnout"]);
});
