import { problemResponse } from "../../http/problem-response.ts";

/** What can go wrong at a desk, by the name that programs can rely on, and its HTTP status. */
const PROBLEMS = {
  bad_race_id: { status: 400, title: "This is no race id" },
  bad_request: { status: 400, title: "The request can't be understood" },
  no_token: { status: 401, title: "The desk needs a token" },
  unknown_token: { status: 401, title: "Nobody has this token" },
  wrong_scope: { status: 403, title: "This token may not do that" },
  wrong_race: { status: 403, title: "This token is not for this race" },
  second_person: { status: 403, title: "Somebody else must approve this" },
  unknown_race: { status: 404, title: "There is no such race" },
  unknown_section: { status: 404, title: "The race has no such section" },
  unknown_revision: { status: 404, title: "There is no such revision" },
  unknown_held: { status: 404, title: "There is no such held change" },
  unknown_publication: { status: 404, title: "There is no such publication" },
  method_not_allowed: { status: 405, title: "This address doesn't take that method" },
  still_running: { status: 409, title: "The first request with this key still runs" },
  stale: { status: 412, title: "Somebody else wrote first" },
  too_large: { status: 413, title: "The body is too large" },
  faulty: { status: 422, title: "The file has faults, and nothing was changed" },
  key_reused: { status: 422, title: "This key was used for another request" },
  too_many: { status: 429, title: "Too many requests" },
} as const;

export type DeskProblemCode = keyof typeof PROBLEMS;

/**
 * An error at a desk as `application/problem+json` (RFC 9457), never stored by anyone.
 * @param detail what to check or do, in a sentence
 * @param more members beside the standard ones: `errors`, `missed`
 */
export function deskProblem(
  code: DeskProblemCode,
  detail: string,
  more: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  return problemResponse(PROBLEMS[code], { code, detail, ...more }, headers);
}

/** The answer to a method that an address doesn't take. */
export function wrongMethod(allowed: string): Response {
  return deskProblem("method_not_allowed", `Use ${allowed}.`, {}, { Allow: allowed });
}
