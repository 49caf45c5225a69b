import { z } from "zod";
import { raceBrief } from "../race/board/brief.ts";
import { date, raceId } from "../race/schema/common.ts";
import { raceDocument, status } from "../race/schema/document.ts";
import { RACES_ADDRESS, raceAddress } from "./addresses.ts";
import { wholeNumber } from "./fields.ts";
import type { Immutable } from "./immutable.ts";
import { json, NOT_MODIFIED, type Operation } from "./operation.ts";
import { momentInAddress, numberInAddress } from "./query.ts";

/** How many races one page of the list has. */
export const RACES_A_PAGE = 500;

const listedRace = z
  .object({
    id: raceId,
    title: z.string(),
    office: z.string(),
    jurisdiction: raceDocument.shape.jurisdiction,
    electionDate: z.iso.date(),
    type: raceDocument.shape.electionType,
    status,
    test: z.boolean(),
    candidates: wholeNumber.meta({ description: "How many there are." }),
    leading: raceBrief.shape.leading.meta({
      description:
        "Those called, then those with most votes; before the count as the race has them.",
    }),
    reporting: raceBrief.shape.reporting,
    publication: wholeNumber.meta({ description: "Which publication of the race this is of." }),
    updatedAt: z.iso.datetime({ offset: true }),
    href: z.string(),
  })
  .meta({ id: "ListedRace" });
export type ListedRace = Immutable<z.infer<typeof listedRace>>;

export const raceList = z
  .object({
    races: z.array(listedRace),
    next: z.string().nullable().meta({ description: "The next page; null at the end." }),
  })
  .meta({ id: "RaceList" });
export type RaceList = Immutable<z.infer<typeof raceList>>;

/** Which races of the list somebody wants; every condition that is given must hold. */
export const raceListQuery = z.strictObject({
  date: date.optional().meta({ description: "Only races of this election day." }),
  ocd: raceDocument.shape.jurisdiction.shape.ocdId.optional().meta({
    description: "Only races of this Open Civic Data division and of those inside it.",
  }),
  office: z.string().max(300).optional().meta({ description: "Only races for this office." }),
  type: raceDocument.shape.electionType.optional().meta({ description: "Only such elections." }),
  status: status.optional().meta({ description: "Only races that stand so." }),
  test: z
    .enum(["true", "false"])
    .optional()
    .meta({ description: "Only rehearsals, or only races that are none." }),
  page: numberInAddress(1, 10_000)
    .default(1)
    .meta({ description: `From 1 on; ${RACES_A_PAGE} races each.` }),
});
export type RaceListQuery = Immutable<z.infer<typeof raceListQuery>>;

/** How many races may be asked for at once. */
export const MAX_BULK = 100;

export const bulkQuery = z.strictObject({
  ids: z
    .string()
    .transform((text) => [...new Set(text.split(","))])
    .pipe(z.array(raceId).min(1).max(MAX_BULK, `must be ${MAX_BULK} races or fewer`))
    .meta({
      description: `Ids of at most ${MAX_BULK} races, with commas between them.`,
      override: { type: "string" },
    }),
});

/** How many changes one answer has. */
export const MAX_CHANGES = 500;

export const changesQuery = z.strictObject({
  since: numberInAddress(0, 9_999_999_999)
    .default(0)
    .meta({ description: "The cursor of the last answer; 0 begins with everything there is." }),
});

export const changeList = z
  .object({
    changes: z.array(
      z.object({
        id: raceId,
        publication: wholeNumber,
        at: z.iso.datetime({ offset: true }).meta({ description: "When the store had it." }),
        href: z.string().nullable().meta({ description: "Null: the race was withdrawn." }),
      }),
    ),
    cursor: wholeNumber.meta({ description: "What to send as ?since= next." }),
    more: z.boolean().meta({ description: "Whether to ask again at once." }),
  })
  .meta({ id: "ChangeList" });
export type ChangeList = Immutable<z.infer<typeof changeList>>;

export const CHANGES_ADDRESS = "/v1/changes";
export const BULK_ADDRESS = `${RACES_ADDRESS}.ndjson`;

export const raceQuery = z.object({
  as_of: momentInAddress.optional().meta({
    description: "Leads to what readers saw at that moment, which must be past.",
  }),
});

export const raceOperations: readonly Operation[] = [
  {
    id: "listRaces",
    method: "get",
    path: RACES_ADDRESS,
    tag: "Races",
    summary: "Every race there is, or those that are as asked for",
    scope: null,
    query: raceListQuery,
    answers: { 200: json("A page of the races, by id.", raceList), 304: NOT_MODIFIED },
    problems: [400, 404, 503],
  },
  {
    id: "getRaces",
    method: "get",
    path: BULK_ADDRESS,
    tag: "Races",
    summary: "Many whole race documents, one a line",
    scope: null,
    query: bulkQuery,
    answers: {
      200: {
        description: "The documents in the order of the ids; without those that aren't there.",
        content: { mediaType: "application/x-ndjson", schema: null },
      },
    },
    problems: [400, 503],
  },
  {
    id: "listChanges",
    method: "get",
    path: CHANGES_ADDRESS,
    tag: "Races",
    summary: "Which races changed, each once, in the order of their last change",
    scope: null,
    query: changesQuery,
    answers: { 200: json("Changes after ?since=.", changeList) },
    problems: [400, 503],
  },
  {
    id: "getRace",
    method: "get",
    path: raceAddress("{id}"),
    tag: "Races",
    summary: "One race: what all its cards are drawn from",
    scope: null,
    query: raceQuery,
    answers: {
      200: json("The race document.", raceDocument),
      302: { description: "The publication that was current at ?as_of=." },
      304: NOT_MODIFIED,
    },
    problems: [400, 404, 503],
  },
];
