import { z } from "zod";
import { instant } from "../../race/schema/common.ts";
import { parseCount } from "../match/count-tally.ts";
import { jsonCount } from "../text/json.ts";

// The answers of AP's Elections API, versions 2 and 3, as far as they are read.

const id = z.union([z.string().max(40), z.int()]).transform((value) => String(value).trim());
const words = z.string().max(300).nullish();
const time = instant.nullish();
const votes = z
  .union([z.number(), z.string()])
  .transform((value) => (typeof value === "string" ? parseCount(value) : value))
  .pipe(jsonCount)
  .nullish();

/** Estimated expected vote that is counted, in percent: `82`, `"<1"`, `">99"`. */
const expected = z
  .union([z.number(), z.string().regex(/^\s*[<>]?\s*\d{1,3}(\.\d+)?\s*%?\s*$/)])
  .transform((value) => (typeof value === "number" ? value : percentOf(value)))
  .pipe(z.number().min(0, "must be 0 or more").max(100, "must be 100 or less"))
  .nullish();

/** Below 1 is more than nothing, and above 99 is less than all. */
function percentOf(text: string): number {
  const value = Number(text.replace(/[<>%\s]/g, ""));
  const half = /</.test(text) ? -0.5 : />/.test(text) ? 0.5 : 0;
  return value + half;
}

const voteType = z.object({ name: words, type: words, voteType: words, voteCount: votes });

export const apCandidate = z.object({
  first: words,
  middle: words,
  last: words,
  suff: words,
  party: words,
  /** Of this contest. */
  candidateID: id.nullish(),
  /** Of this person. */
  polID: id.nullish(),
  ballotOrder: z.int().nullish(),
  incumbent: z.boolean().nullish(),
  voteCount: votes,
  /** `X` won, `R` goes to a runoff. */
  winner: words,
  winnerDateTime: time,
  /** By name, or as a list. */
  voteTypes: z.union([z.record(z.string(), votes), z.array(voteType)]).nullish(),
});
export type ApCandidate = z.infer<typeof apCandidate>;

export const apUnit = z.object({
  level: z.string().max(40),
  districtType: words,
  statePostal: words,
  stateName: words,
  reportingunitName: words,
  reportingunitID: id.nullish(),
  fipsCode: id.nullish(),
  lastUpdated: time,
  precinctsReporting: votes,
  precinctsTotal: votes,
  eevp: expected,
  candidates: z.array(apCandidate).max(500).nullish(),
});
export type ApUnit = z.infer<typeof apUnit>;

export const apRace = z.object({
  raceID: id,
  raceType: words,
  raceTypeID: words,
  officeID: words,
  officeName: words,
  seatName: words,
  seatNum: z.union([z.string(), z.number()]).nullish(),
  description: words,
  /** Of a primary. */
  party: words,
  statePostal: words,
  stateName: words,
  /** Version 2: made-up numbers. */
  test: z.boolean().nullish(),
  /** Version 3: `test`, `live` or `certified`. */
  resultsType: words,
  /** Version 3: `Called`, `Too Early to Call`, `Too Close to Call`. */
  raceCallStatus: words,
  eevp: expected,
  numWinners: z.int().nullish(),
  numRunoff: z.int().nullish(),
  lastUpdated: time,
  candidates: z.array(apCandidate).max(500).nullish(),
  reportingUnits: z.array(apUnit).max(20_000).nullish(),
});
export type ApRace = z.infer<typeof apRace>;

/** What stands around the races. A race that can't be read spoils no other one. */
export const apAnswer = z.object({
  electionDate: z.iso.date("must be a date like 2026-11-03"),
  timestamp: time,
  /** The address that gives what has changed since. */
  nextrequest: z.string().max(4000).nullish(),
  resultsType: words,
  races: z.array(z.looseObject({ raceID: id })).max(20_000),
});
export type ApAnswer = z.infer<typeof apAnswer>;

/** What tells a candidate of a contest from the others. */
export function keyOf({ candidateID, polID, last }: ApCandidate): string {
  return candidateID ?? polID ?? last ?? "";
}
