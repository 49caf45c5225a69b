import type { Env } from "../env.ts";
import type { StoredValue } from "../store/stored-value.ts";
import { CACHE_STALE, cacheControl } from "./cache-control.ts";
import { CORS_HEADERS } from "./cors.ts";
import { matchesIfNoneMatch } from "./if-none-match.ts";

/**
 * Stored bytes as the answer to a GET, or 304 where the asker has them already. This is the hot
 * path: the body is handed on as it is, the headers are made once per copy, and nothing made here
 * grows with the race.
 */
export function respond(
  request: Request,
  env: Pick<Env, "TOPLINE_NEXT">,
  stored: StoredValue,
): Response {
  let headers = headersOf.get(stored);
  if (headers === undefined) {
    headers = makeHeaders(env, stored);
    headersOf.set(stored, headers);
  }
  return isKnown(request, stored)
    ? new Response(null, { status: 304, headers: headers.notModified })
    : new Response(stored.body, { headers: headers.ok });
}

/** The same for a last good copy, saying how many seconds ago the store confirmed it. */
export function respondStale(
  request: Request,
  env: Pick<Env, "TOPLINE_NEXT">,
  stored: StoredValue,
  seconds: number,
): Response {
  const answer = respond(request, env, stored);
  answer.headers.set("Cache-Control", CACHE_STALE);
  answer.headers.set("Topline-Stale", String(seconds));
  return answer;
}

type Prepared = { readonly ok: Headers; readonly notModified: Headers };

/** A copy lives for seconds and is answered thousands of times; TOPLINE_NEXT changes with a deploy. */
const headersOf = new WeakMap<StoredValue, Prepared>();

function makeHeaders(env: Pick<Env, "TOPLINE_NEXT">, stored: StoredValue): Prepared {
  const notModified = new Headers({
    ...CORS_HEADERS,
    ETag: stored.etag,
    "Cache-Control": cacheControl(stored.status),
  });
  if (isSeconds(env.TOPLINE_NEXT)) notModified.set("Topline-Next", env.TOPLINE_NEXT);
  const ok = new Headers(notModified);
  ok.set("Content-Type", stored.mediaType);
  ok.set("X-Content-Type-Options", "nosniff");
  return { ok, notModified };
}

function isKnown(request: Request, stored: StoredValue): boolean {
  const header = request.headers.get("If-None-Match");
  return header !== null && matchesIfNoneMatch(header, stored.etag);
}

/** Whole seconds up to a day; anything else an operator may have typed would slow no card down. */
function isSeconds(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,5}$/.test(text) && Number(text) <= 86_400;
}
