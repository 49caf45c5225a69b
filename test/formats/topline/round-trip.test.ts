import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkSource } from "../../../src/race/check.ts";
import { compileRace } from "../../../src/race/compile/compile-race.ts";
import {
  DEFINITIONS,
  NO_SECTIONS,
  type Section,
  SECTIONS,
} from "../../../src/race/sections/index.ts";
import type { Bodies } from "../../../src/formats/format.ts";
import {
  readersTables,
  readSectionCsv,
  sectionTemplate,
  tablesOf,
} from "../../../src/formats/topline/section-csv.ts";
import type { Candidate } from "../../../src/race/schema/race-facts.ts";
import { GA06_RACE } from "../race.ts";
import {
  calls,
  candidates,
  history,
  money,
  polls,
  results,
  timeline,
  turnout,
} from "../arbitraries.ts";

/** A race of these candidates with every source that the rows name. */
function raceOf(named: readonly Candidate[], bodies: Bodies = {}) {
  const rows = Object.values(bodies).flatMap((body) => Object.values(body).flat());
  const ids = new Set(rows.map((row: { source: string }) => row.source));
  const sources = [...ids].map((id) => ({ id, name: id }));
  return { race: { ...GA06_RACE, candidates: [...named], sources }, areas: [] };
}

const sectionOf = (section: Section) =>
  candidates.chain((race) => {
    const sources = {
      polls: polls(race).map((body) => ({ polls: body })),
      turnout: turnout.map((body) => ({ turnout: body })),
      results: results(race).map((body) => ({ results: body })),
      calls: calls(race).map((body) => ({ calls: body })),
      history: history.map((body) => ({ history: body })),
      timeline: timeline.map((body) => ({ timeline: body })),
      money: money(race).map((body) => ({ money: body })),
    };
    return fc.record({
      race: fc.constant(race),
      bodies: sources[section] as fc.Arbitrary<Bodies>,
    });
  });

test.each(SECTIONS)("any valid %s written and read again is the same", (section) => {
  fc.assert(
    fc.property(sectionOf(section), ({ race, bodies }) => {
      expect(checkSource(section, bodies[section])).toEqual({ ok: true, value: bodies[section] });
      const text =
        tablesOf({ ...NO_SECTIONS, ...bodies, race: { candidates: race } })[section] ?? "";
      expect(readSectionCsv(section, text, raceOf(race, bodies))).toEqual({
        ok: true,
        value: bodies,
        warnings: [],
      });
    }),
    { numRuns: 200 },
  );
});

test.each(SECTIONS)("the columns that readers get of %s have no note", (section) => {
  fc.assert(
    fc.property(sectionOf(section), ({ race, bodies }) => {
      const known = { ...GA06_RACE, candidates: [...race] };
      const context = { now: known.voting.closes, revision: 1, publication: 1 };
      const { sections } = compileRace(
        { ...NO_SECTIONS, ...bodies, race: known },
        { ...context, updatedAt: known.voting.closes },
      );
      const text = readersTables(sections, { candidates: race })[section] ?? "";
      const [header = ""] = text.split(/\r?\n/);
      expect(header).not.toBe("");
      expect(header.split(",")).not.toContain("note");
      const { columns, editorsOnly } = DEFINITIONS[section].csv;
      const kept = columns.filter((column) => !editorsOnly.includes(column));
      expect(header.split(",")).toEqual(expect.arrayContaining(kept));
    }),
    { numRuns: 20 },
  );
});

test.each(SECTIONS)("the template of %s reads as nothing yet", (section) => {
  fc.assert(
    fc.property(candidates, (race) => {
      const read = readSectionCsv(section, sectionTemplate(section, race), raceOf(race));
      expect(read.ok && Object.values(read.value[section] ?? {})).toEqual([[]]);
    }),
  );
});
