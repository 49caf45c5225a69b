import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fieldNames } from "../../../../src/worker/desk/feeds/field-names.ts";

test("a CSV has its columns", () => {
  expect(fieldNames('area, candidate,"votes, all"\nAsh,ada,1\n')).toEqual([
    "area",
    "candidate",
    "votes, all",
  ]);
  expect(fieldNames("\uFEFFarea;votes\r\nAsh;1\r\n")).toEqual(["area", "votes"]);
});

test("JSON has the paths of its keys, over all items of a list", () => {
  const text = JSON.stringify({ contests: [{ id: 1 }, { votes: { total: 3 } }], at: "x" });
  expect(fieldNames(text)).toEqual([
    "contests",
    "at",
    "contests[].id",
    "contests[].votes",
    "contests[].votes.total",
  ]);
  expect(fieldNames('[{"a":1},{"b":[]}]')).toEqual(["[].a", "[].b"]);
});

test("a table keyed by names is no record with fields", () => {
  const counties = Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`County ${i}`, i]));
  expect(fieldNames(JSON.stringify({ counties }))).toEqual(["counties"]);
});

test("XML has its elements and attributes", () => {
  expect(
    fieldNames(
      '<?xml version="1.0"?>\n<Result><Contest key="1"><Choice votes="2"/></Contest></Result>',
    ),
  ).toEqual(["Result", "Contest", "Contest@key", "Choice", "Choice@votes"]);
});

test("where nothing can be told apart there are none", () => {
  for (const text of ["", " \n ", "{broken", "PK\u0003\u0004\0\0", "[]", "{}"])
    expect({ text, names: fieldNames(text) }).toEqual({ text, names: null });
});

test("any text gives at most 300 names of at most 200 characters, in time", () => {
  const hostile = [
    `{${Array.from({ length: 60 }, (_, i) => `"k${i}":{${Array.from({ length: 60 }, (__, j) => `"x${j}":[]`)}}`)}}`,
    `[${"[".repeat(5000)}${"]".repeat(5000)}]`,
    `[${"0,".repeat(1_000_000)}0]`,
    "<a ".repeat(100_000),
    `<a ${Array.from({ length: 9999 }, (_, i) => `b${i}="1"`).join(" ")}>`,
    "<a>".repeat(100_000),
    `${"column,".repeat(200_000)}\n`,
    '"'.repeat(300_000),
    "x".repeat(3_000_000),
  ];
  for (const text of hostile) {
    const names = fieldNames(text) ?? [];
    expect(names.length).toBeLessThanOrEqual(300);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(200);
  }
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      fieldNames(text);
    }),
  );
});
