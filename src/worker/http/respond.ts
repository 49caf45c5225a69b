import type { Env } from "../env.ts";
import type { Stored } from "../store/stored.ts";
import { CACHE_STALE, cacheControl } from "./cache-control.ts";
import { matchesIfNoneMatch } from "./if-none-match.ts";

export const JSON_TYPE = "application/json";
export const CSV_TYPE = "text/csv; charset=utf-8";

/**
 * Stored bytes as an answer to GET or HEAD, or 304 where the asker has them already. This is the
 * hot path: the body is handed on as it is, and nothing made here grows with it.
 * @param staleSeconds age of a last good copy; null while KV answers
 */
export function respond(
  request: Request,
  env: Pick<Env, "TOPLINE_NEXT">,
  stored: Stored,
  type: typeof JSON_TYPE | typeof CSV_TYPE,
  staleSeconds: number | null,
): Response {
  const headers: Record<string, string> = {
    "Content-Type": type,
    ETag: stored.etag,
    "Cache-Control": staleSeconds === null ? cacheControl(stored.status) : CACHE_STALE,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Date, Age, Topline-Stale, Topline-Next",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
  };
  if (env.TOPLINE_NEXT !== undefined) headers["Topline-Next"] = env.TOPLINE_NEXT;
  if (staleSeconds !== null) headers["Topline-Stale"] = String(staleSeconds);
  const ifNoneMatch = request.headers.get("If-None-Match");
  if (ifNoneMatch !== null && matchesIfNoneMatch(ifNoneMatch, stored.etag)) {
    delete headers["Content-Type"];
    return new Response(null, { status: 304, headers });
  }
  return new Response(stored.body, { headers });
}
