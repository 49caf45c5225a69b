import { CORS_HEADERS } from "./cors.ts";
import { problem } from "./problem.ts";

const METHODS = "GET, HEAD, OPTIONS";
const PREFLIGHT_SECONDS = 86_400;

/** The answer to every method but GET, at an address that can only be read. */
export function readingOnly(request: Request): Response {
  return request.method === "OPTIONS" ? allow() : refuse(request.method);
}

/** To a browser's preflight and to a person's question alike. */
function allow(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS_HEADERS,
      Allow: METHODS,
      "Access-Control-Allow-Methods": METHODS,
      "Access-Control-Allow-Headers": "*",
      "Access-Control-Max-Age": String(PREFLIGHT_SECONDS),
    },
  });
}

function refuse(method: string): Response {
  const detail = `${method} is not for this address. It takes ${METHODS}.`;
  return problem("method_not_allowed", detail, { Allow: METHODS });
}
