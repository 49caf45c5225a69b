import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkSource } from "../../../src/race/check.ts";
import type { Bodies, SectionName } from "../../../src/formats/format.ts";
import {
  CSV_SECTIONS,
  readSectionCsv,
  sectionTemplate,
  tablesOf,
} from "../../../src/formats/topline/section-csv.ts";
import { candidates, money, polls, results, turnout } from "../arbitraries.ts";

const NOTHING = { polls: null, turnout: null, results: null, money: null };

const sectionOf = (section: SectionName) =>
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

test.each(CSV_SECTIONS)("any valid %s written and read again is the same", (section) => {
  fc.assert(
    fc.property(sectionOf(section), ({ race, bodies }) => {
      expect(checkSource(section, bodies[section])).toEqual({ ok: true, value: bodies[section] });
      const text = tablesOf({ ...NOTHING, ...bodies, race: { candidates: race } })[section] ?? "";
      expect(readSectionCsv(section, text, { candidates: race })).toEqual({
        ok: true,
        value: bodies,
        warnings: [],
      });
    }),
    { numRuns: 200 },
  );
});

test.each(CSV_SECTIONS)("the template of %s reads as nothing yet", (section) => {
  fc.assert(
    fc.property(candidates, (race) => {
      const read = readSectionCsv(section, sectionTemplate(section, race), { candidates: race });
      expect(read.ok && Object.values(read.value[section] ?? {})).toEqual([[]]);
    }),
  );
});
