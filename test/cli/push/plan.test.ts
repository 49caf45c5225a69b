import { expect, test } from "vitest";
import { changedSections, planPush } from "../../../src/cli/push/plan.ts";
import { NO_SECTIONS } from "../../../src/race/sections/index.ts";
import { aPoll, aRace, someData, votes } from "../../race/fixtures.ts";

function sections(plan: ReturnType<typeof planPush>) {
  return plan.ok && plan.writes.map(({ section }) => section);
}

const NOTHING = { race: null, ...NO_SECTIONS };
const SOURCES = [
  { id: "office", name: "Testville Election Office" },
  { id: "wire", name: "Test Wire" },
];

test("only sections that differ are sent; what the folder hasn't got stays", () => {
  const desk = someData({ polls: { polls: [aPoll("p1", "2026-10-01", 48, 47)] } });
  expect(changedSections(desk, desk, null)).toEqual([]);
  expect(changedSections({ ...desk, polls: null }, desk, null)).toEqual([]);
  const local = { ...desk, results: { counts: [votes("North", "ada", 5)] } };
  expect(changedSections(local, desk, null)).toEqual(["results"]);
  expect(changedSections(local, desk, "polls")).toEqual([]);
});

test("a template that nobody has filled makes no section", () => {
  const local = someData({ polls: { polls: [] } });
  expect(changedSections(local, someData(), null)).toEqual([]);
  const emptied = someData({ polls: { polls: [aPoll("p1", "2026-10-01", 48, 47)] } });
  expect(changedSections(local, emptied, null)).toEqual(["polls"]);
});

test("a new race begins with its race.json, and the rest waits for that", () => {
  const local = someData({ polls: { polls: [aPoll("p1", "2026-10-01", 48, 47)] } });
  const plan = planPush(local, NOTHING, ["polls", "race"]);
  expect(plan).toMatchObject({
    ok: true,
    writes: [{ section: "race", before: null }, { section: "polls" }],
  });
  const polls = plan.ok ? plan.writes[1] : undefined;
  expect(polls?.fits([])).toBe(false);
  expect(polls?.fits(["race"])).toBe(true);
});

test("a source comes before the poll that names it and goes after the last one that did", () => {
  const wired = aPoll("p1", "2026-10-01", 48, 47);
  const official = { ...wired, source: "office" };
  const desk = someData({ polls: { polls: [wired] } });
  const leaner = someData({
    race: aRace({ sources: SOURCES.slice(0, 1) }),
    polls: { polls: [official] },
  });
  expect(sections(planPush(leaner, desk, ["race", "polls"]))).toEqual(["polls", "race"]);
  expect(sections(planPush(desk, leaner, ["race", "polls"]))).toEqual(["race", "polls"]);
});

test("sections that wait for each other are named, not sent", () => {
  const desk = someData({ polls: { polls: [aPoll("p1", "2026-10-01", 48, 47)] } });
  const local = someData({
    race: aRace({ sources: [{ id: "other", name: "Another wire" }] }),
    polls: { polls: [{ ...aPoll("p1", "2026-10-01", 48, 47), source: "other" }] },
  });
  expect(planPush(local, desk, ["race", "polls"])).toEqual({ ok: false, stuck: ["race", "polls"] });
});
