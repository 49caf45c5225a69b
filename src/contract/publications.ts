import { z } from "zod";
import { raceDocument } from "../race/schema/document.ts";
import { publicationAddress, raceAddress } from "./addresses.ts";
import { time, wholeNumber } from "./fields.ts";
import type { Immutable } from "./immutable.ts";
import { json, NOT_MODIFIED, type Operation } from "./operation.ts";
import { nextBefore, pageQuery } from "./page.ts";

const listedPublication = z.object({
  n: wholeNumber,
  at: time.meta({ description: "When the store had it." }),
  etag: z.string().nullable(),
  firstRevision: wholeNumber,
  lastRevision: wholeNumber,
  href: z.string().nullable().meta({ description: "Null: the race was withdrawn." }),
});
export type ListedPublication = Immutable<z.infer<typeof listedPublication>>;

export const publicationList = z
  .object({ publications: z.array(listedPublication), before: nextBefore })
  .meta({ id: "PublicationList" });
export type PublicationList = Immutable<z.infer<typeof publicationList>>;

export const publicationOperations: readonly Operation[] = [
  {
    id: "listPublications",
    method: "get",
    path: `${raceAddress("{id}")}/publications`,
    tag: "Publications",
    summary: "What readers saw, and when",
    scope: null,
    query: pageQuery,
    answers: { 200: json("Publications, newest first.", publicationList), 304: NOT_MODIFIED },
    problems: [400, 404, 503],
  },
  {
    id: "getPublication",
    method: "get",
    path: publicationAddress("{id}", "{n}"),
    tag: "Publications",
    summary: "The race document as readers got it, byte for byte",
    scope: null,
    answers: { 200: json("The document; it never changes.", raceDocument), 304: NOT_MODIFIED },
    problems: [400, 404, 451, 503],
  },
];
