import type { RaceData } from "../../race/schema/data.ts";
import type { Candidate } from "../../race/schema/race-facts.ts";
import type { Bodies, SectionName } from "../format.ts";
import { writeCsv } from "../text/csv.ts";
import type { ReadResult } from "../text/faults.ts";
import { MONEY_SHEET, readMoneyCsv, writeMoneyCsv } from "./money.ts";
import { pollsHeader } from "./polls-sheet.ts";
import { readPollsCsv, writePollsCsv } from "./polls.ts";
import { readResultsCsv, RESULTS_SHEET, writeResultsCsv } from "./results.ts";
import { readTurnoutCsv, TURNOUT_SHEET, writeTurnoutCsv } from "./turnout.ts";

/** The sections that an editor keeps as one CSV each. */
export const CSV_SECTIONS = [
  "polls",
  "turnout",
  "results",
  "money",
] as const satisfies readonly SectionName[];

/** What the race says about itself that a reader needs to understand a file. */
export type RaceContext = {
  readonly candidates: readonly Candidate[];
  /** Area names that the race uses already. */
  readonly areas?: readonly string[];
};

/** Reads the section's own CSV; the readers say what each takes. */
export function readSectionCsv(
  section: SectionName,
  text: string,
  race: RaceContext,
): ReadResult<Bodies> {
  switch (section) {
    case "polls":
      return named(readPollsCsv(text, race), (source) => ({ [section]: source }));
    case "turnout":
      return named(readTurnoutCsv(text), (source) => ({ [section]: source }));
    case "results":
      return named(readResultsCsv(text, race), (source) => ({ [section]: source }));
    case "money":
      return named(readMoneyCsv(text, race), (source) => ({ [section]: source }));
  }
}

type DataToWrite = Omit<RaceData, "race"> & {
  readonly race: { readonly candidates: readonly Pick<Candidate, "id">[] };
};

/** What a race's sections are as CSV, those that have been filled: readers and editors get it. */
export type Tables = { readonly [S in SectionName]?: string };

/** Writes every section's own CSV; reading one gives the same section. */
export function tablesOf({ race, polls, turnout, results, money }: DataToWrite): Tables {
  return {
    ...(polls && { polls: writePollsCsv(polls, race) }),
    ...(turnout && { turnout: writeTurnoutCsv(turnout) }),
    ...(results && { results: writeResultsCsv(results) }),
    ...(money && { money: writeMoneyCsv(money) }),
  };
}

/** A file to fill in: the header and one blank row, which reads as no row. */
export function sectionTemplate(
  section: SectionName,
  candidates: readonly Pick<Candidate, "id">[],
): string {
  const header = sectionHeader(section, candidates);
  return writeCsv(header, [header.map(() => "")]);
}

function sectionHeader(
  section: SectionName,
  candidates: readonly Pick<Candidate, "id">[],
): readonly string[] {
  switch (section) {
    case "polls":
      return pollsHeader(candidates.map((c) => c.id));
    case "turnout":
      return TURNOUT_SHEET.columns;
    case "results":
      return RESULTS_SHEET.columns;
    case "money":
      return MONEY_SHEET.columns;
  }
}

function named<A, B>(result: ReadResult<A>, value: (source: A) => B): ReadResult<B> {
  return result.ok ? { ...result, value: value(result.value) } : result;
}
