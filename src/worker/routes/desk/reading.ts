import type { Context } from "hono";
import { z } from "zod";
import { asOf, line, localId } from "../../../race/schema/common.ts";
import { POPULATIONS } from "../../../race/sections/polls/source.ts";
import { FORMATS } from "../../../formats/formats.ts";
import type { Reading } from "../../desk/writes/read-body.ts";
import type { DeskEnv } from "../../auth/desk-auth.ts";
import { deskProblem } from "./problem.ts";

/** How a file is to be read, as an address may say it; what isn't said is left to the file. */
export const readingQuery = z.object({
  format: z
    .enum(Object.keys(FORMATS) as (keyof typeof FORMATS)[])
    .optional()
    .meta({ description: "What the file is, where its media type doesn't say." }),
  source: localId.optional().meta({
    description: "Which of the race's sources to credit, for files of others.",
  }),
  contest: line.optional().meta({
    description: "Key or title of the contest, for a file that holds several.",
  }),
  as_of: asOf.optional().meta({
    description: "When its numbers were true, for a file that doesn't say.",
  }),
  round: z.coerce.number().int().min(1).max(9).optional().meta({
    description: "The round that a results file counts; 1 unless told otherwise.",
  }),
  populations: z.enum(["all", "one"]).optional().meta({
    description: "Whether a survey of several populations gives one poll or one for each (all).",
  }),
  population: z.enum(POPULATIONS).optional().meta({
    description: "Takes only polls of this population.",
  }),
});

/** Media types of our own two forms; under any other, what is inside tells. */
const OWN_TYPES: Readonly<Record<string, string>> = {
  "application/json": "json",
  "text/csv": "csv",
};

/** What a request says of its file, or the answer to one that can't be understood. */
export function readReading(c: Context<DeskEnv>): Reading | Response {
  const query = readingQuery.safeParse(c.req.query());
  if (!query.success) {
    const [issue] = query.error.issues;
    return deskProblem("bad_request", `?${issue?.path.join(".")}= ${issue?.message}.`);
  }
  const { format, source, contest, as_of, round, populations, population } = query.data;
  const type = c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  return {
    format: format ?? (type === "" || type === "text/plain" ? "json" : (OWN_TYPES[type] ?? null)),
    source: source ?? null,
    contest: contest ?? null,
    asOf: as_of ?? null,
    round: round ?? 1,
    populations: populations ?? "all",
    population: population ?? null,
  };
}
