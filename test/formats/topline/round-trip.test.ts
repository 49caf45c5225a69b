import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { checkSource } from "../../../src/race/check.ts";
import type { CsvSection, SectionSource } from "../../../src/formats/topline/section-csv.ts";
import {
  CSV_SECTIONS,
  readSectionCsv,
  sectionTemplate,
  writeSectionCsv,
} from "../../../src/formats/topline/section-csv.ts";
import { candidates, money, polls, results, turnout } from "../arbitraries.ts";

/** A machine that is busy with other tests takes its time. */
vi.setConfig({ testTimeout: 60_000 });

const sectionOf = (section: CsvSection) =>
  candidates.chain((race) => {
    const sources = {
      polls: polls(race).map((source) => ({ section: "polls" as const, source })),
      turnout: turnout.map((source) => ({ section: "turnout" as const, source })),
      results: results(race).map((source) => ({ section: "results" as const, source })),
      money: money(race).map((source) => ({ section: "money" as const, source })),
    };
    return fc.record({
      race: fc.constant(race),
      body: sources[section] as fc.Arbitrary<SectionSource>,
    });
  });

test.each(CSV_SECTIONS)("any valid %s written and read again is the same", (section) => {
  fc.assert(
    fc.property(sectionOf(section), ({ race, body }) => {
      expect(checkSource(body.section, body.source)).toEqual({ ok: true, value: body.source });
      const text = writeSectionCsv(body, { candidates: race });
      expect(readSectionCsv(section, text, { candidates: race })).toEqual({
        ok: true,
        value: body,
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
      expect(read.ok && Object.values(read.value.source)).toEqual([[]]);
    }),
  );
});
