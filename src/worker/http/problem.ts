import { PROBLEM_TYPE } from "../../contract/operation.ts";
import { type ProblemCode, PROBLEMS } from "../../contract/problem.ts";
import { CORS_HEADERS } from "./cors.ts";

/**
 * An error as `application/problem+json` (RFC 9457), for readers: any page may see it.
 * @param detail what to check or do, in a sentence
 * @param headers besides those every answer has; without a Cache-Control it isn't stored
 */
export function problem(
  code: ProblemCode,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return problemResponse(code, { detail }, { ...CORS_HEADERS, ...headers });
}

/**
 * The same for editors. No page may see it: a token has no place in a page.
 * @param more members beside the standard ones: `errors`, `missed`
 */
export function deskProblem(
  code: ProblemCode,
  detail: string,
  more: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  return problemResponse(code, { detail, ...more }, headers);
}

function problemResponse(
  code: ProblemCode,
  members: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
): Response {
  const { status, title } = PROBLEMS[code];
  return new Response(JSON.stringify({ type: "about:blank", title, status, code, ...members }), {
    status,
    headers: {
      "Content-Type": PROBLEM_TYPE,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    },
  });
}
