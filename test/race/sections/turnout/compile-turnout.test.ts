import { expect, test } from "vitest";
import { compileTurnout } from "../../../../src/race/sections/turnout/compile-turnout.ts";
import type { BallotCount } from "../../../../src/race/sections/turnout/source.ts";

const NO_FACTS = { registered: null, reference: null };
const count = (date: string, mode: BallotCount["mode"], ballots: number): BallotCount => ({
  date,
  mode,
  ballots,
  rounded: false,
  source: "office",
  note: null,
});
const counts = [
  count("2026-10-20", "unspecified", 1000),
  count("2026-10-30", "early_in_person", 3000),
  count("2026-10-30", "absentee_mail", 1000),
  count("2026-11-02", "unspecified", 9000),
];

test("the latest count up to today is shown by mode, with every earlier day", () => {
  const turnout = compileTurnout({ counts }, NO_FACTS, "2026-11-01");
  expect(turnout).toMatchObject({
    ballots: 4000,
    asOf: "2026-10-30",
    modes: [
      { mode: "early_in_person", ballots: 3000, percent: 75 },
      { mode: "absentee_mail", ballots: 1000, percent: 25 },
    ],
    share: null,
    reference: null,
  });
  expect(turnout?.daily.map((d) => [d.date, d.ballots])).toEqual([
    ["2026-10-20", 1000],
    ["2026-10-30", 4000],
  ]);
});

test("a range of registered voters gives a range of shares, the low one from the many", () => {
  const registered = {
    low: 8000,
    high: 10_000,
    basis: { en: "x", es: "x" },
    source: "wire",
    asOf: "2026-11-01",
  };
  const reference = {
    label: { en: "x", es: "x" },
    ballots: 1620,
    source: "office",
    asOf: "2022-11-08",
  };
  const turnout = compileTurnout({ counts }, { registered, reference }, "2026-11-01");
  expect(turnout?.share).toEqual({ low: 40, high: 50 });
  expect(turnout?.reference?.ratio).toBe(2.47);
});

test("nothing to divide by gives no share and no ratio", () => {
  const registered = { count: 0, basis: { en: "x", es: "x" }, source: "wire", asOf: "2026-11-01" };
  const reference = {
    label: { en: "x", es: "x" },
    ballots: 0,
    source: "office",
    asOf: "2022-11-08",
  };
  const turnout = compileTurnout({ counts }, { registered, reference }, "2026-11-01");
  expect(turnout?.share).toBeNull();
  expect(turnout?.reference?.ratio).toBeNull();
});

test("before the first count there is nothing to show; no ballots yet is a count of 0", () => {
  expect(compileTurnout({ counts }, NO_FACTS, "2026-10-19")).toBeNull();
  const zero = compileTurnout(
    { counts: [count("2026-10-20", "absentee_mail", 0)] },
    NO_FACTS,
    "2026-10-20",
  );
  expect(zero).toMatchObject({ ballots: 0, modes: [{ ballots: 0, percent: 0 }] });
});
