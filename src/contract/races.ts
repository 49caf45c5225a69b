import { z } from "zod";
import { raceId } from "../race/schema/common.ts";
import { raceDocument, status } from "../race/schema/document.ts";
import { RACES_ADDRESS, raceAddress } from "./addresses.ts";
import type { Immutable } from "./immutable.ts";
import { json, NOT_MODIFIED, type Operation } from "./operation.ts";
import { momentInAddress } from "./query.ts";

const listedRace = z.object({
  id: raceId,
  title: z.string(),
  electionDate: z.iso.date(),
  status,
  test: z.boolean(),
  updatedAt: z.iso.datetime({ offset: true }),
  href: z.string(),
});
export type ListedRace = Immutable<z.infer<typeof listedRace>>;

export const raceList = z.object({ races: z.array(listedRace) }).meta({ id: "RaceList" });
export type RaceList = Immutable<z.infer<typeof raceList>>;

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
    summary: "Every race there is",
    scope: null,
    answers: { 200: json("The races by id.", raceList), 304: NOT_MODIFIED },
    problems: [503],
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
