import { expect, test } from "vitest";
import { mergeSource } from "../../../../src/race/merge.ts";
import type { ResultCount } from "../../../../src/race/sections/results/source.ts";
import { counted, votes } from "../../fixtures.ts";

const merged = (base: ResultCount[], patch: ResultCount[]) =>
  mergeSource("results", { counts: base }, { counts: patch }).counts.map(
    (row) => `${row.area} ${row.measure} ${row.mode} ${row.value}`,
  );

test("votes that come by mode replace the one number they were before, and the other way round", () => {
  const one = [votes("North", "ada", 30)];
  const byMode = [
    votes("North", "ada", 10, { mode: "election_day" }),
    votes("North", "ada", 20, { mode: "absentee_mail" }),
  ];
  expect(merged(one, byMode)).toEqual([
    "North votes election_day 10",
    "North votes absentee_mail 20",
  ]);
  expect(merged(byMode, one)).toEqual(["North votes unspecified 30"]);
});

test("other areas and candidates keep their modes", () => {
  const base = [
    votes("South", "ada", 5, { mode: "election_day" }),
    votes("North", "bo", 6, { mode: "election_day" }),
  ];
  expect(merged(base, [votes("North", "ada", 30)])).toHaveLength(3);
});

test("a count by mode with a rest that has none keeps both", () => {
  const patch = [votes("North", "ada", 10, { mode: "election_day" }), votes("North", "ada", 2)];
  expect(merged([votes("North", "ada", 9)], patch)).toEqual([
    "North votes unspecified 2",
    "North votes election_day 10",
  ]);
});

test("a total gives way to areas of the same measure, but not to those of another", () => {
  const base = [votes("total", "ada", 30), counted("total", "ballots", 31)];
  expect(merged(base, [votes("North", "ada", 32)])).toEqual([
    "total ballots unspecified 31",
    "North votes unspecified 32",
  ]);
  expect(merged([votes("North", "ada", 32)], [votes("total", "ada", 40)])).toHaveLength(2);
});

test("areas of one candidate leave another candidate's total alone", () => {
  const base = [votes("total", "ada", 30), votes("total", "bo", 20)];
  expect(merged(base, [votes("North", "ada", 31)])).toEqual([
    "total votes unspecified 20",
    "North votes unspecified 31",
  ]);
});
