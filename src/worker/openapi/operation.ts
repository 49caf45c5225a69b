import type { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from "zod-openapi";
import { problem } from "./problem-answers.ts";

type Responses = ZodOpenApiOperationObject["responses"];

/** An answer in JSON. */
export function json(description: string, schema: z.ZodType): ZodOpenApiResponseObject {
  return { description, content: { "application/json": { schema } } };
}

/** Why an address may say no, by status. */
const REASONS = {
  400: "The address or the request can't be understood.",
  401: "No token, or one that nobody has.",
  403: "A token without this scope, or not for this race.",
  404: "There is no such thing.",
  409: "The first request with this Idempotency-Key still runs.",
  413: "The body is larger than 5 MB.",
  422: "The file has faults, each with line and column, or the Idempotency-Key was used for another request. Nothing was changed.",
  429: "Too many requests from this address or with this token.",
  503: "The store can't be reached, and there is no last good copy.",
} as const;

/** One object for each, so that the document holds each once. */
const PROBLEMS: readonly (readonly [string, ZodOpenApiResponseObject])[] = Object.entries(
  REASONS,
).map(([status, description]) => {
  const content = { "application/problem+json": { schema: problem } };
  return [status, { id: `Problem${status}`, description, content }];
});

/** The problems an address may answer with. */
export function problems(...statuses: (keyof typeof REASONS)[]): Responses {
  const wanted: ReadonlySet<string> = new Set(statuses.map(String));
  return Object.fromEntries(PROBLEMS.filter(([status]) => wanted.has(status)));
}
