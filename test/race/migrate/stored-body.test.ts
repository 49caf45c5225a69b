import { expect, test } from "vitest";
import { readStoredBody, splitRace } from "../../../src/race/migrate/stored-body.ts";
import { aCall, aPoll, aRace } from "../fixtures.ts";

const certificate = { by: "Office", at: "2026-11-20T12:00:00-05:00", source: "office" };
const { certified: _, translations: __, ...shared } = aRace();
/** A race.json as version 0.1.0 stored it. */
const old = {
  ...shared,
  es: { title: "Una contienda de prueba" },
  calls: [aCall()],
  certified: null,
};

test("a race.json of version 0.1.0 is read as today's, and gives its calls", () => {
  expect(readStoredBody("race", old)).toEqual({
    ok: true,
    value: aRace({ translations: { es: { title: "Una contienda de prueba" } } }),
  });
  expect(splitRace(old).calls).toEqual({ calls: [aCall()] });
  const certified = { ...old, es: {}, calls: [], certified: certificate };
  expect(readStoredBody("race", certified)).toEqual({
    ok: true,
    value: aRace({ certified: [certificate] }),
  });
  expect(splitRace(certified).calls).toBeNull();
});

test("bodies of today stay as they are", () => {
  expect(splitRace(aRace())).toEqual({ race: aRace(), calls: null });
  const polls = { polls: [{ ...aPoll("p1", "2026-10-28", 51, 45), note: "kept" }] };
  expect(readStoredBody("polls", polls)).toEqual({ ok: true, value: polls });
});

test("what is no body is refused as it is", () => {
  for (const nothing of [null, 3, [], "race"])
    expect(readStoredBody("race", nothing).ok).toBe(false);
});

test("a line with a mark that no reader sees, which 0.1.0 took, is read without it", () => {
  const poll = aPoll("p1", "2026-10-28", 51, 45);
  const stored = { polls: [{ ...poll, pollster: "Test\u202E Poll" }] };
  expect(readStoredBody("polls", stored)).toEqual({
    ok: true,
    value: { polls: [{ ...poll, pollster: "Test  Poll" }] },
  });
});
