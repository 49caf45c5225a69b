import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkSource } from "../../src/race/check.ts";
import { mergeSource } from "../../src/race/merge.ts";
import type { MoneySource } from "../../src/race/sections/money/source.ts";
import type { PollsSource } from "../../src/race/sections/polls/source.ts";
import type { ResultsSource } from "../../src/race/sections/results/source.ts";
import type { TurnoutSource } from "../../src/race/sections/turnout/source.ts";

function polls(...ids: readonly [id: string, share: number][]): PollsSource {
  return body(
    checkSource("polls", {
      polls: ids.map(([id, share]) => ({
        id,
        survey: id,
        pollster: "Test Pollster",
        field: { middle: "2017-06-01" },
        shares: [{ candidate: "a", share }],
        source: "s",
      })),
    }),
  );
}

function turnout(...rows: readonly (readonly [date: string, mode: string, ballots: number])[]) {
  return body<TurnoutSource>(
    checkSource("turnout", {
      counts: rows.map(([date, mode, ballots]) => ({ date, mode, ballots, source: "s" })),
    }),
  );
}

function results(...rows: readonly Partial<ResultsSource["counts"][number]>[]): ResultsSource {
  const row = { area: "total", measure: "votes", candidate: "a", asOf: "2017-06-20", source: "s" };
  return body(checkSource("results", { counts: rows.map((r) => ({ ...row, value: 1, ...r })) }));
}

function money(...rows: readonly Partial<MoneySource["entries"][number]>[]): MoneySource {
  const row = { measure: "receipts", candidate: "a", asOf: "2017-05-31", source: "fec" };
  return body(checkSource("money", { entries: rows.map((r) => ({ ...row, amount: 1, ...r })) }));
}

function body<T>(checked: { ok: boolean; value?: T }): T {
  if (!checked.ok) throw new Error(JSON.stringify(checked));
  return checked.value as T;
}

const list = (source: PollsSource) => source.polls.map((p) => [p.id, p.shares[0]?.share]);

test("a poll with a known id replaces that poll where it stands, a new one is appended", () => {
  const merged = mergeSource(
    "polls",
    polls(["x", 1], ["y", 2], ["z", 3]),
    polls(["w", 9], ["y", 8]),
  );
  expect(list(merged)).toEqual([
    ["x", 1],
    ["y", 8],
    ["z", 3],
    ["w", 9],
  ]);
});

test("a section that nobody has filled yet becomes the patch", () => {
  expect(
    mergeSource("turnout", null, turnout(["2017-06-01", "election_day", 5])).counts,
  ).toHaveLength(1);
});

test("turnout is matched by date and mode", () => {
  const merged = mergeSource(
    "turnout",
    turnout(["2017-06-01", "absentee_mail", 5], ["2017-06-01", "early_in_person", 6]),
    turnout(["2017-06-02", "absentee_mail", 7], ["2017-06-01", "early_in_person", 8]),
  );
  expect(merged.counts.map((c) => [c.date, c.mode, c.ballots])).toEqual([
    ["2017-06-01", "absentee_mail", 5],
    ["2017-06-01", "early_in_person", 8],
    ["2017-06-02", "absentee_mail", 7],
  ]);
});

test("results are matched by round, area, measure, candidate and mode; a new time is the same row", () => {
  const base = results(
    {},
    { round: 2 },
    { area: "Cobb" },
    { candidate: "b" },
    { mode: "provisional" },
  );
  const patch = results({ value: 7, asOf: "2017-06-21" });
  expect(mergeSource("results", base, patch).counts.map((c) => c.value)).toEqual([7, 1, 1, 1, 1]);
  const ballots = results({ measure: "ballots", candidate: null });
  expect(mergeSource("results", base, ballots).counts).toHaveLength(6);
});

test("money is matched by measure, candidate, date and source", () => {
  const base = money({}, { asOf: "2017-06-10" }, { source: "press" }, { candidate: "b" });
  const merged = mergeSource("money", base, money({ amount: 9 }, { measure: "cash_on_hand" }));
  expect(merged.entries.map((e) => e.amount)).toEqual([9, 1, 1, 1, 1]);
});

test("a key that a patch holds twice stays there twice", () => {
  const twice = polls(["x", 2], ["x", 3]);
  expect(list(mergeSource("polls", polls(["x", 1]), twice))).toEqual([
    ["x", 2],
    ["x", 3],
  ]);
  expect(mergeSource("polls", null, twice).polls).toHaveLength(2);
});

test("merging keeps every key, puts every patch row in, and is done once", () => {
  const rows = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-e]{1,2}$/), fc.nat(100)), {
    selector: ([id]) => id,
  });
  fc.assert(
    fc.property(rows, rows, (before, patch) => {
      const base = polls(...before);
      const merged = mergeSource("polls", base, polls(...patch));
      const expected = new Map([...before, ...patch]);
      expect(list(merged)).toEqual([...expected]);
      expect(mergeSource("polls", merged, polls(...patch))).toEqual(merged);
    }),
  );
});
