import { expect, test } from "vitest";
import type { Highs } from "../../../../src/race/gate/highs.ts";
import { judge } from "../../../../src/race/gate/judge.ts";
import { applyPatch } from "../../../../src/race/gate/patch.ts";
import { mergeSource } from "../../../../src/race/merge.ts";
import type { RaceData } from "../../../../src/race/schema/data.ts";
import { aCall, someData } from "../../fixtures.ts";
import { LARGE_FALL, madeUpNight, WARD_IN_DOUBT } from "./night.ts";

const CLOSES = "2026-11-03T19:00:00-05:00";
const NIGHT = madeUpNight(CLOSES);

const at = (minute: number) => new Date(Date.parse(CLOSES) + minute * 60_000).toISOString();

test("of a night with 13 small falls, one large one and one ward in doubt, all else stays live", () => {
  let data: RaceData = someData();
  let highs: Highs = {};
  let passed = 0;
  const held: number[] = [];
  for (const { minute, counts } of NIGHT.reports) {
    const results = mergeSource("results", data.results, { counts: [...counts] });
    const now = at(minute);
    const sent = { ...data, results };
    const verdict = judge({ before: data, after: sent, now, by: "feed", withdraws: false, highs });
    ({ highs } = verdict);
    passed += verdict.revisions.length;
    data = verdict.accepted;
    const [doubt] = verdict.doubts;
    const isLive = JSON.stringify(data.results) === JSON.stringify(results);
    if (!isLive || doubt !== undefined) held.push(minute);
    // The office says that the large fall is right; the ward's digit is one that nobody releases.
    if (doubt && minute === LARGE_FALL) {
      data = applyPatch(data, doubt.patch);
      highs = {};
    }
  }
  expect(held).toEqual([LARGE_FALL, WARD_IN_DOUBT]);
  expect(passed).toBe(13);
  const rows = data.results?.counts ?? [];
  const end = new Map(rows.map((row) => [`${row.area} ${row.candidate}`, row.value]));
  expect(end).toEqual(NIGHT.end);
});

test("a call that is withdrawn goes at once, and the next one is judged", () => {
  const { counts } = NIGHT.reports.at(-1) ?? { counts: [] };
  const results = { counts: [...counts] };
  const call = aCall({ at: at(100), candidate: "ada" });
  const called = someData({ results, calls: { calls: [call] } });
  const now = at(130);
  const verdict = judge({
    before: called,
    after: { ...called, calls: { calls: [] } },
    now,
    by: "person",
    withdraws: false,
    highs: {},
  });
  expect(verdict).toMatchObject({ doubts: [], accepted: { calls: { calls: [] } } });
});
