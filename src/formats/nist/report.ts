import { z } from "zod";
import { jsonCount, listOf } from "../text/json.ts";

const text = z.object({
  Text: listOf(z.object({ Content: z.string(), Language: z.string().nullish() })),
});
const ids = listOf(z.string()).nullish();
const voteCounts = z.object({
  GpUnitId: z.string(),
  Type: z.string(),
  Count: z.number(),
  /** Present where the count is of one kind of voting machine only. */
  DeviceClass: z.unknown().optional(),
  Round: z.number().nullish(),
  IsSuppressedForPrivacy: z.boolean().nullish(),
});
const selection = z.object({
  "@id": z.string(),
  CandidateIds: ids,
  PartyIds: ids,
  IsWriteIn: z.boolean().nullish(),
  /** What a ballot measure's choice says. */
  Selection: text.nullish(),
  VoteCounts: listOf(voteCounts).nullish(),
});
const contest = z.object({
  "@id": z.string(),
  Name: z.string(),
  ElectionDistrictId: z.string(),
  ContestSelection: listOf(selection).nullish(),
  OtherCounts: listOf(
    z.object({
      GpUnitId: z.string(),
      DeviceClass: z.unknown().optional(),
      Overvotes: jsonCount.nullish(),
      Undervotes: jsonCount.nullish(),
    }),
  ).nullish(),
});
const gpUnit = z.object({
  "@id": z.string(),
  /** Devices have none. */
  Type: z.string().nullish(),
  Name: text.nullish(),
  ComposingGpUnitIds: ids,
  SubUnitsReported: jsonCount.nullish(),
  TotalSubUnits: jsonCount.nullish(),
  VotersRegistered: jsonCount.nullish(),
});
const election = z.object({
  Candidate: listOf(
    z.object({
      "@id": z.string(),
      BallotName: text,
      PartyId: z.string().nullish(),
      IsTopTicket: z.boolean().nullish(),
    }),
  ).nullish(),
  Contest: listOf(contest).nullish(),
  BallotCounts: listOf(
    z.object({
      GpUnitId: z.string(),
      Type: z.string(),
      BallotsCast: jsonCount.nullish(),
      DeviceClass: z.unknown().optional(),
      Round: z.number().nullish(),
    }),
  ).nullish(),
});

/**
 * What is read of an `ElectionReport` of NIST SP 1500-100 version 2, by its JSON names; XML is
 * turned into the same. Objects point to each other by `@id`.
 */
export const nistReport = z.object({
  "@type": z.string().regex(/(^|\.)ElectionReport$/, "must be an ElectionReport"),
  GeneratedDate: z.string().nullish(),
  Status: z.string().nullish(),
  Election: listOf(election),
  GpUnit: listOf(gpUnit).nullish(),
  Party: listOf(
    z.object({ "@id": z.string(), Name: text, Abbreviation: text.nullish() }),
  ).nullish(),
});

export type NistReport = z.infer<typeof nistReport>;
export type NistElection = z.infer<typeof election>;
export type NistContest = z.infer<typeof contest>;
export type NistSelection = z.infer<typeof selection>;
export type NistUnit = z.infer<typeof gpUnit>;
export type NistText = z.infer<typeof text>;

/** English where there is any, otherwise the first language. */
export function nistText(value: NistText | null | undefined): string {
  const texts = value?.Text ?? [];
  const english = texts.find((entry) => entry.Language?.toLowerCase().startsWith("en"));
  return (english ?? texts[0])?.Content.trim() ?? "";
}
