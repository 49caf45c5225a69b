import { CORS_HEADERS } from "./cors.ts";
import { problemResponse } from "./problem-response.ts";

/** What can go wrong with a read, by the name that programs can rely on, and its HTTP status. */
const PROBLEMS = {
  bad_race_id: { status: 400, title: "This is no race id" },
  bad_request: { status: 400, title: "The request can't be understood" },

  unknown_race: { status: 404, title: "There is no such race" },
  unknown_section: { status: 404, title: "The race has no such section" },
  unknown_publication: { status: 404, title: "There is no such publication" },
  unknown_address: { status: 404, title: "There is nothing at this address" },
  method_not_allowed: { status: 405, title: "This address can only be read" },
  internal_error: { status: 500, title: "Something went wrong here" },
  unavailable: { status: 503, title: "The data can't be reached at the moment" },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/**
 * An error as `application/problem+json` (RFC 9457).
 * @param detail what to check or do, in a sentence
 * @param headers besides those every answer has; without a Cache-Control it isn't stored
 */
export function problem(
  code: ProblemCode,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return problemResponse(PROBLEMS[code], { code, detail }, { ...CORS_HEADERS, ...headers });
}
