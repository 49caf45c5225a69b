import { expect, test } from "vitest";
import { SOURCE_NAMES } from "../../../src/race/check.ts";
import { compileRace } from "../../../src/race/compile/compile-race.ts";
import { raceDocument } from "../../../src/race/schema/document.ts";
import { DEFINITIONS, FEED_SECTIONS, SECTIONS } from "../../../src/race/sections/index.ts";
import { aCall, aPoll, counted, someData, votes } from "../fixtures.ts";

test("what derives from the list of sections has every one of them", () => {
  expect(SOURCE_NAMES).toEqual(["race", ...SECTIONS]);
  expect(Object.keys(raceDocument.shape)).toEqual(expect.arrayContaining([...SECTIONS]));
  expect(SECTIONS).toEqual(expect.arrayContaining([...FEED_SECTIONS]));
});

test.each(SECTIONS)(
  "%s is told from every other section by the columns that tell it",
  (section) => {
    const { columns, telling, required, editorsOnly } = DEFINITIONS[section].csv;
    expect(columns).toEqual(expect.arrayContaining([...telling, ...required, ...editorsOnly]));
    expect(required.filter((column) => editorsOnly.includes(column))).toEqual([]);
    const taken = SECTIONS.filter(
      (other) =>
        other !== section &&
        telling.every((column) => DEFINITIONS[other].csv.columns.includes(column)),
    );
    expect(taken).toEqual([]);
  },
);

test.each(SECTIONS)("%s begins with no rows, and takes one list of them", (section) => {
  const { rows, source } = DEFINITIONS[section];
  expect(source.safeParse({ [rows.list]: [] }).success).toBe(true);
  expect(source.safeParse({}).success).toBe(false);
  expect(source.safeParse({ [rows.list]: [{}] }).success).toBe(false);
});

test("each section's own answer fits its schema, the document's part fits the document's", () => {
  const data = someData({
    polls: { polls: [aPoll("p1", "2026-10-28", 51, 45)] },
    results: { counts: [votes("North", "ada", 2), counted("North", "ballots", 3)] },
    calls: { calls: [aCall()] },
  });
  const at = "2026-11-04T01:00:00-05:00";
  const compiled = compileRace(data, { now: at, updatedAt: at, revision: 1, publication: 1 });
  expect(Object.keys(compiled.sections)).toEqual(["polls", "results", "calls"]);
  for (const name of SECTIONS) {
    const { full, summary } = DEFINITIONS[name];
    const body = compiled.sections[name];
    if (body === undefined) continue;
    expect(full.parse(body)).toEqual(body);
    expect(summary.parse(compiled.document[name])).toEqual(compiled.document[name]);
  }
});
