/** Any page may read race data; nothing here depends on who asks. */
export const CORS_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Date, Age, Topline-Stale, Topline-Next",
} as const;

export const READ_METHODS = "GET, HEAD, OPTIONS";
const PREFLIGHT_SECONDS = 86_400;

/** The answer to `OPTIONS`, whether a browser's preflight or a person's question. */
export function allowReading(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS_HEADERS,
      Allow: READ_METHODS,
      "Access-Control-Allow-Methods": READ_METHODS,
      "Access-Control-Allow-Headers": "*",
      "Access-Control-Max-Age": String(PREFLIGHT_SECONDS),
      "Cache-Control": `public, max-age=${PREFLIGHT_SECONDS}`,
    },
  });
}
