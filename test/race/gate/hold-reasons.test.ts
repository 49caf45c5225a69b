import * as fc from "fast-check";
import { expect, test } from "vitest";
import { holdReasons } from "../../../src/race/gate/hold-reasons.ts";
import { MODES } from "../../../src/race/schema/common.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import { aPoll } from "../fixtures.ts";
import { amount, counted, EVENING, someData, turnout, votes } from "./fixtures.ts";

const days = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom("2026-10-01", "2026-10-02", "2026-10-09"),
    fc.nat(100_000),
    fc.constantFrom(...MODES),
  ),
  { selector: ([date, , mode]) => `${date} ${mode}` },
);

const counts = fc.uniqueArray(
  fc.oneof(
    fc
      .record({
        area: fc.constantFrom("total", "Ash", "Birch"),
        candidate: fc.constantFrom("ada", "bo"),
        mode: fc.constantFrom(...MODES),
        round: fc.constantFrom(1, 2),
        value: fc.nat(100_000),
      })
      .map(({ area, candidate, value, ...rest }) => votes(area, candidate, value, rest)),
    fc
      .tuple(
        fc.constantFrom("total", "Ash", "Birch"),
        fc.constantFrom("ballots" as const, "registered" as const),
        fc.nat(100_000),
      )
      .map(([area, measure, value]) => counted(area, measure, value)),
  ),
  {
    selector: (row) => JSON.stringify([row.round, row.area, row.measure, row.candidate, row.mode]),
  },
);

const polls = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom("p", "q", "r"), fc.integer({ min: 0, max: 100 }), fc.nat(100))
    .map(([id, ada, bo]) => aPoll(id, "2026-12-01", ada, bo)),
  { selector: (poll) => poll.id },
);

const data: fc.Arbitrary<RaceData> = fc
  .record({ days, counts, polls, dollars: fc.nat(10_000_000) })
  .map(({ dollars, ...sections }) =>
    someData({
      turnout: turnout(...sections.days),
      results: { counts: sections.counts },
      polls: { polls: sections.polls },
      money: { entries: [amount({ amount: dollars })] },
    }),
  );

test("whatever was accepted isn't held for being there", () => {
  fc.assert(
    fc.property(data, (accepted) => {
      expect(holdReasons(accepted, accepted, EVENING)).toEqual([]);
    }),
  );
});

test("every reason of any change says what and where, at most twenty of a kind", () => {
  fc.assert(
    fc.property(data, data, (before, after) => {
      const reasons = holdReasons(before, after, EVENING);
      for (const { path, message } of reasons) {
        expect(path).toMatch(/^(race|polls|turnout|results|money)(\.|$)/);
        expect(message).not.toMatch(/undefined|NaN|\[object/);
      }
      for (const same of Map.groupBy(reasons, (reason) => reason.rule).values())
        expect(same.length).toBeLessThanOrEqual(20);
    }),
  );
});

const manyRows = (plus: number) =>
  Array.from({ length: 10_000 }, (_, i) =>
    votes(`Area ${i % 500}`, "ada", 1000 + plus, { round: 1 + Math.floor(i / 500) }),
  );

const manyOfAll = (plus: number) =>
  someData({
    results: { counts: manyRows(plus) },
    polls: {
      polls: Array.from({ length: 10_000 }, (_, i) => aPoll(`p${i}`, "2026-10-01", 48, 47)),
    },
  });

test("ten thousand rows are judged, and twenty reasons given", () => {
  const [before, after] = [manyOfAll(100), manyOfAll(0)];
  expect(holdReasons(before, after, EVENING)).toHaveLength(20);
});
