import type { RaceData } from "../../race/schema/data.ts";
import { writeMoneyCsv } from "./money.ts";
import { writePollsCsv } from "./polls.ts";
import { writeResultsCsv } from "./results.ts";
import { writeTurnoutCsv } from "./turnout.ts";

/** The sections of a race as CSV, those that have been filled: what readers and editors download. */
export type Tables = {
  readonly polls?: string;
  readonly turnout?: string;
  readonly results?: string;
  readonly money?: string;
};

export function tablesOf({ race, polls, turnout, results, money }: RaceData): Tables {
  return {
    ...(polls && { polls: writePollsCsv(polls, { candidates: race.candidates }) }),
    ...(turnout && { turnout: writeTurnoutCsv(turnout) }),
    ...(results && { results: writeResultsCsv(results) }),
    ...(money && { money: writeMoneyCsv(money) }),
  };
}
