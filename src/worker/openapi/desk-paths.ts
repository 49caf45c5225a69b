import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { SOURCE_SCHEMAS } from "../../race/check.ts";
import {
  held,
  heldList,
  heldWithContent,
  preview,
  revisionList,
  revisionWithContent,
  staleProblem,
  stored,
  summary,
  unchanged,
} from "./desk-answers.ts";
import { json, problems } from "./operation.ts";
import { readingQuery } from "../routes/desk/reading.ts";
import { headers, id, n, page, terms } from "./parameters.ts";

const DESK = "/v1/races/{id}/desk";
const security = [{ token: [] }];
const path = z.object({ id });

const done = z.union([stored, unchanged, preview]);

/** What comes of every change. */
const written: ZodOpenApiOperationObject["responses"] = {
  "200": { id: "Done", ...json("Stored and soon with readers, or the answer to a dry run.", done) },
  "202": { id: "PutAside", ...json("Held: well formed, but implausible.", held) },
  "412": {
    id: "Stale",
    description: "The section has moved: these are the revisions you missed.",
    content: { "application/problem+json": { schema: staleProblem } },
  },
  ...problems(400, 401, 403, 404, 409, 422, 429),
};

/** What editors may do, with a token. */
export const deskPaths: ZodOpenApiPathsObject = {
  [DESK]: {
    get: looking("How the desk does: revisions, publishing, feeds", json("The desk.", summary)),
  },
  ...Object.fromEntries(
    Object.entries(SOURCE_SCHEMAS).map(([name, schema]) => section(name, schema)),
  ),
  [`${DESK}/revisions`]: {
    get: {
      ...looking("Everything that was ever accepted", json("Newest first.", revisionList)),
      requestParams: { path, query: page },
    },
  },
  [`${DESK}/revisions/{n}`]: {
    get: {
      ...looking("One revision with its body", json("The revision.", revisionWithContent)),
      requestParams: { path: z.object({ id, n }) },
    },
  },
  [`${DESK}/revisions/{n}/restore`]: {
    post: {
      summary: "Bring back what a section was at that revision, as a new one",
      security,
      requestParams: { path: z.object({ id, n }), query: terms, header: headers },
      responses: written,
    },
  },
  [`${DESK}/held`]: {
    get: looking("Changes that wait to be released", json("Oldest first.", heldList)),
  },
  [`${DESK}/held/{h}`]: {
    get: {
      ...looking("One held change with its body", json("The change.", heldWithContent)),
      requestParams: { path: z.object({ id, h: n }) },
    },
    delete: {
      summary: "Drop a held change",
      security,
      requestParams: { path: z.object({ id, h: n }) },
      responses: { "204": { description: "Dropped." }, ...problems(400, 401, 403, 404, 429) },
    },
  },
  [`${DESK}/held/{h}/approve`]: {
    post: {
      summary: "Release a held change; refused with 412 if the section has moved since",
      security,
      requestParams: { path: z.object({ id, h: n }), query: terms, header: headers },
      responses: written,
    },
  },
  [`${DESK}/republish`]: {
    post: {
      summary: "Write everything that readers see to the store again",
      security,
      requestParams: { path },
      responses: {
        "202": json("Ordered.", summary),
        ...problems(400, 401, 403, 404, 429),
      },
    },
  },
};

function looking(
  what: string,
  answer: ZodOpenApiOperationObject["responses"]["200"],
): ZodOpenApiOperationObject {
  return {
    summary: what,
    security,
    requestParams: { path },
    responses: { ...(answer && { "200": answer }), ...problems(400, 401, 403, 404, 429) },
  };
}

function section(name: string, schema: z.ZodType): [string, ZodOpenApiPathsObject[string]] {
  const files =
    name === "race" ? {} : { "text/csv": {}, "application/xml": {}, "application/zip": {} };
  const write = (summary_: string): ZodOpenApiOperationObject => ({
    summary: summary_,
    security,
    requestParams: { path, query: terms.extend(readingQuery.shape), header: headers },
    requestBody: { required: true, content: { "application/json": { schema }, ...files } },
    responses: { ...written, ...problems(413) },
  });
  const remove: ZodOpenApiOperationObject = {
    summary: `Take the ${name} away`,
    security,
    requestParams: { path, query: terms, header: headers },
    responses: written,
  };
  return [
    `${DESK}/${name}`,
    {
      get: looking(`The ${name} as editors keep it`, json("With its ETag.", schema)),
      put: write(`Replace the ${name}`),
      post: write(`Add to the ${name}, by the keys of its rows`),
      delete: remove,
    },
  ];
}
