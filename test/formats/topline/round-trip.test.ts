import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkSource } from "../../../src/race/check.ts";
import { NO_SECTIONS, type Section, SECTIONS } from "../../../src/race/sections/index.ts";
import type { Bodies } from "../../../src/formats/format.ts";
import {
  readSectionCsv,
  sectionTemplate,
  tablesOf,
} from "../../../src/formats/topline/section-csv.ts";
import type { Candidate } from "../../../src/race/schema/race-facts.ts";
import { GA06_RACE } from "../race.ts";
import { candidates, money, polls, results, turnout } from "../arbitraries.ts";

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

test.each(SECTIONS)("the template of %s reads as nothing yet", (section) => {
  fc.assert(
    fc.property(candidates, (race) => {
      const read = readSectionCsv(section, sectionTemplate(section, race), raceOf(race));
      expect(read.ok && Object.values(read.value[section] ?? {})).toEqual([[]]);
    }),
  );
});
