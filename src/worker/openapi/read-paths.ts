import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { instant } from "../../race/schema/common.ts";
import { raceDocument } from "../../race/schema/document.ts";
import { moneySection } from "../../race/sections/money/summary.ts";
import { pollsSection } from "../../race/sections/polls/summary.ts";
import { resultsSection } from "../../race/sections/results/summary.ts";
import { turnoutSection } from "../../race/sections/turnout/summary.ts";
import { health, publicationList, raceList } from "./read-answers.ts";
import { json, problems } from "./operation.ts";
import { id, n, page } from "./parameters.ts";

const RACES = "/v1/races";
const RACE = `${RACES}/{id}`;

const SECTIONS = {
  polls: pollsSection,
  turnout: turnoutSection,
  results: resultsSection,
  money: moneySection,
} as const;

const path = z.object({ id });
const notModified = { description: "You have it already (If-None-Match)." };

/** What readers may ask, without a token. */
export const readPaths: ZodOpenApiPathsObject = {
  [RACES]: {
    get: {
      summary: "Every race there is",
      responses: {
        "200": json("The races by id.", raceList),
        "304": notModified,
        ...problems(503),
      },
    },
  },
  [RACE]: {
    get: {
      summary: "One race: what all its cards are drawn from",
      requestParams: {
        path,
        query: z.object({
          as_of: instant.optional().meta({
            description: "Leads to what readers saw at that moment, which must be past.",
          }),
        }),
      },
      responses: {
        "200": json("The race document.", raceDocument),
        "302": { description: "The publication that was current at ?as_of=." },
        "304": notModified,
        ...problems(400, 404, 503),
      },
    },
  },
  ...Object.fromEntries(
    Object.entries(SECTIONS).flatMap(([name, schema]) => section(name, schema)),
  ),
  [`${RACE}/publications`]: {
    get: {
      summary: "What readers saw, and when",
      requestParams: { path, query: page },
      responses: {
        "200": json("Publications, newest first.", publicationList),
        "304": notModified,
        ...problems(400, 404, 503),
      },
    },
  },
  [`${RACE}/publications/{n}`]: {
    get: {
      summary: "The race document as readers got it, byte for byte",
      requestParams: { path: z.object({ id, n }) },
      responses: {
        "200": json("The document; it never changes.", raceDocument),
        "304": notModified,
        ...problems(400, 404, 503),
      },
    },
  },
  "/health": {
    get: {
      summary: "Whether the store answers",
      responses: { "200": json("It does.", health), "503": json("It doesn't.", health) },
    },
  },
};

function section(name: string, schema: z.ZodType): [string, ZodOpenApiPathsObject[string]][] {
  const responses = { "304": notModified, ...problems(400, 404, 503) };
  const table = { description: "The same as a table.", content: { "text/csv": {} } };
  return [
    [
      `${RACE}/${name}`,
      {
        get: {
          summary: `The ${name} of a race in full`,
          requestParams: { path },
          responses: { "200": json("The section.", schema), ...responses },
        },
      },
    ],
    [
      `${RACE}/${name}.csv`,
      {
        get: {
          summary: `The ${name} of a race as CSV`,
          requestParams: { path },
          responses: { "200": table, ...responses },
        },
      },
    ],
  ];
}
