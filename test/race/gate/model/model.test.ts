import * as fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "../../../../src/race/gate/judge.ts";
import type { Highs } from "../../../../src/race/gate/highs.ts";
import { applyPatch } from "../../../../src/race/gate/patch.ts";
import { mergeSource } from "../../../../src/race/merge.ts";
import type { RaceData } from "../../../../src/race/schema/data.ts";
import { someData, votes } from "../../fixtures.ts";
import { trySequences } from "./sequences.ts";

test("whatever somebody with a publish token sends, readers see nothing that the table forbids", () => {
  expect(trySequences(60)).toBeNull();
});

const report = fc.record({
  area: fc.constantFrom("Ash", "Birch", "Cedar", "Dogwood"),
  ada: fc.integer({ min: -4, max: 900 }),
  bo: fc.integer({ min: -4, max: 900 }),
});

test("an honest night is never stuck: what is held is rare, and once released all is as counted", () => {
  fc.assert(
    fc.property(fc.array(report, { minLength: 20, maxLength: 60 }), (reports) => {
      let data: RaceData = someData();
      let highs: Highs = {};
      let minute = 0;
      const truth = new Map<string, number>();
      const rules: string[] = [];
      for (const { area, ada, bo } of reports) {
        minute += 3;
        const now = new Date(
          Date.parse("2026-11-03T20:00:00-05:00") + minute * 60_000,
        ).toISOString();
        const counts = Object.entries({ ada, bo }).map(([candidate, more]) => {
          const key = `${area} ${candidate}`;
          // An area begins with a number worth having, and takes back what is next to nothing.
          const value = Math.max(0, (truth.get(key) ?? (candidate === "ada" ? 9000 : 7000)) + more);
          truth.set(key, value);
          return votes(area, candidate, value, { asOf: now });
        });
        const results = mergeSource("results", data.results, { counts });
        const after = { ...data, results };
        const verdict = judge({ before: data, after, now, by: "feed", withdraws: false, highs });
        ({ highs } = verdict);
        data = verdict.accepted;
        for (const { reasons, patch } of verdict.doubts) {
          rules.push(...reasons.map(({ rule }) => rule));
          data = applyPatch(data, patch);
          highs = {};
        }
      }
      const rows = data.results?.counts ?? [];
      expect(new Map(rows.map((r) => [`${r.area} ${r.candidate}`, r.value]))).toEqual(truth);
      expect(rules).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
