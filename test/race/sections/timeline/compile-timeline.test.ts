import { expect, test } from "vitest";
import { checkRaceData, checkSource } from "../../../../src/race/check.ts";
import { compileRace } from "../../../../src/race/compile/compile-race.ts";
import { compileTimeline } from "../../../../src/race/sections/timeline/compile-timeline.ts";
import {
  type TimelineEvent,
  timelineEvent,
} from "../../../../src/race/sections/timeline/source.ts";
import { someData } from "../../fixtures.ts";

function event(id: string, at: string, more: object = {}): TimelineEvent {
  return timelineEvent.parse({ id, at, text: { en: `TEST ${id}` }, source: "office", ...more });
}

function compiled(events: readonly TimelineEvent[], today = "2026-11-03") {
  return compileTimeline({ events: [...events] }, "America/New_York", today)?.map(
    ({ id, when, date }) => [id, when, date],
  );
}

test("events stand in the order of time, against the race's own day", () => {
  const late = event("late", "2026-11-04T02:00:00Z");
  const events = [event("after", "2026-12-01"), late, event("before", "2026-10-01")];
  expect(compiled(events)).toEqual([
    ["before", "past", "2026-10-01"],
    ["late", "today", "2026-11-03"],
    ["after", "next", "2026-12-01"],
  ]);
});

test("a period is today's from its first day to its last", () => {
  const early = event("early", "2026-10-13", { until: "2026-10-30" });
  const on = (today: string) => compiled([early], today)?.[0]?.[1];
  expect(["2026-10-12", "2026-10-13", "2026-10-30", "2026-10-31"].map(on)).toEqual([
    "next",
    "today",
    "today",
    "past",
  ]);
});

test("of many the nearest are kept, and why the seat is open in any case", () => {
  const days = Array.from({ length: 60 }, (_, i) =>
    event(`e${i}`, new Date(Date.UTC(2026, 9, 4 + i)).toISOString().slice(0, 10)),
  );
  const open = event("open", "2026-01-05", { kind: "vacancy" });
  const ids = compiled([open, ...days])?.map(([id]) => id);
  expect([ids?.length, ids?.[0], ids?.[1], ids?.at(-1)]).toEqual([32, "open", "e15", "e45"]);
});

test("what is still to come is shown once it was announced, everything else once it is there", () => {
  const events = [
    event("set", "2026-12-01", { announced: "2026-10-01" }),
    event("unset", "2026-12-02"),
  ];
  const now = "2026-11-03T12:00:00-05:00";
  const context = { now, updatedAt: now, revision: 1, publication: 1 };
  const data = someData({ timeline: { events } });
  const { document, sections } = compileRace(data, context);
  expect(document.timeline?.map(({ id }) => id)).toEqual(["set"]);
  expect(JSON.stringify(sections)).not.toContain("unset");
});

test("no events, no timeline", () => {
  expect(compiled([])).toBeUndefined();
});

test("an event has an id of its own, a text in some language, and a source of its race", () => {
  const paths = (more: object) => {
    const row = { id: "a", at: "2026-11-03", text: { fr: "TEST" }, source: "office", ...more };
    const checked = checkSource("timeline", { events: [row] });
    return checked.ok ? [] : checked.issues.map(({ path }) => path);
  };
  expect(paths({})).toEqual([]);
  expect(paths({ text: {} })).toEqual(["events.0.text"]);
  expect(paths({ until: "2026-11-02" })).toEqual(["events.0.until"]);
  const events = [event("a", "2026-11-03"), event("a", "2026-11-04", { source: "blog" })];
  const whole = checkRaceData(someData({ timeline: { events } }));
  expect(whole.ok ? [] : whole.issues.map(({ path }) => path)).toEqual([
    "timeline.events.1.id",
    "timeline.events.1.source",
  ]);
});
