import type { Context } from "hono";
import { Hono } from "hono";
import type { Publication } from "../desk/storage/publications.ts";
import { deskOf } from "../desk/stub.ts";
import type { AppEnv, Env } from "../env.ts";
import { CACHE_ABSENT } from "../http/cache-control.ts";
import { CORS_HEADERS } from "../http/cors.ts";
import { matchesIfNoneMatch } from "../http/if-none-match.ts";
import { problem } from "../http/problem.ts";
import { readingOnly } from "../http/reading-only.ts";
import { JSON_TYPE, respond } from "../http/respond.ts";
import { encode, etagOf } from "../store/fingerprint.ts";
import { isRaceId, raceKey } from "../store/keys.ts";
import { load } from "../store/load.ts";
import type { Stored } from "../store/stored.ts";
import { nextPage, readPage, wholeNumber } from "./page.ts";
import { readMoment } from "./read-moment.ts";

/** What readers saw and when, from the race's desk. KV is asked first: only races it knows have one. */
export const publications = new Hono<AppEnv>();

/** A publication never changes. */
const FOR_EVER = "public, max-age=31536000, immutable";
/** The list grows; its old entries stay. */
const LIST_CACHE = "public, max-age=10";
/** KV takes up to a minute to reach everybody: what was current just now is not settled. */
const UNSETTLED_MS = 120_000;

publications.get("/:id/publications", async (c) => {
  const refusal = await refuse(c);
  if (refusal) return refusal;
  const page = readPage(c);
  if (page === null)
    return problem("bad_request", "?before= is a number, ?limit= one from 1 to 1000.");
  const { id } = c.req.param();
  const list = await deskOf(c.env, id).publications(page.before, page.limit);
  const entries = list.map((publication) => describe(id, publication));
  const body = encode(JSON.stringify({ publications: entries, before: nextPage(list, page) }));
  const headers = headersOf(LIST_CACHE, JSON_TYPE);
  const etag = await etagOf(body);
  headers.set("ETag", etag);
  return matchesIfNoneMatch(c.req.header("If-None-Match") ?? "", etag)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers });
});

publications.get("/:id/publications/:n", async (c) => {
  const refusal = await refuse(c);
  if (refusal) return refusal;
  const { id } = c.req.param();
  const n = wholeNumber(c.req.param("n"));
  // It never changes, so a last good copy is as good as the desk's own.
  const reading =
    n === null
      ? ({ kind: "absent" } as const)
      : await c.var.read(addressOf(id, n), () => loadPublication(c.env, id, n));
  switch (reading.kind) {
    case "absent":
      return problem("unknown_publication", `/v1/races/${id}/publications lists those there are.`);
    case "unavailable":
      return problem("unavailable", "Try again in a few seconds.", { "Retry-After": "5" });
    case "fresh":
    case "stale": {
      const answer = respond(c.req.raw, {}, reading.stored, JSON_TYPE);
      answer.headers.set("Cache-Control", FOR_EVER);
      return answer;
    }
  }
});

/** Null where readers had no such publication, or could not ask for the race. */
async function loadPublication(
  env: Pick<Env, "DESKS">,
  id: string,
  n: number,
): Promise<Stored | null> {
  const found = await deskOf(env, id).publication(n);
  const etag = found?.publication.etag ?? null;
  if (etag === null || found?.document == null) return null;
  return { body: found.document.slice().buffer, etag, status: null };
}

/** `?as_of=`: leads to the publication that readers had then. Without it the race itself answers. */
publications.get("/:id", async (c, next) => {
  const asked = c.req.query("as_of");
  if (asked === undefined) return next();
  const refusal = await refuse(c);
  if (refusal) return refusal;
  const at = readMoment(asked);
  if (at === null)
    return problem(
      "bad_request",
      "?as_of= is a time with its zone, like 2017-06-20T07:00:00-04:00.",
    );
  const now = Date.now();
  if (at > now)
    return problem("bad_request", "?as_of= is in the future: nobody has seen that yet.");
  const { id } = c.req.param();
  const settled = at < now - UNSETTLED_MS;
  const found = await deskOf(c.env, id).publicationAt(new Date(at).toISOString());
  if (found === null)
    return problem(
      "unknown_publication",
      `Nothing had been published then. /v1/races/${id}/publications lists what was.`,
    );
  if (found.etag === null)
    return problem("unknown_publication", "The race had been taken away from readers then.");
  const headers = headersOf(settled ? FOR_EVER : "no-store");
  headers.set("Location", addressOf(id, found.n));
  return new Response(null, { status: 302, headers });
});

for (const path of ["/:id/publications", "/:id/publications/:n"])
  publications.all(path, (c) => readingOnly(c.req.raw));

/** Why a desk must not be asked: addressing one makes it. */
async function refuse(c: Context<AppEnv>): Promise<Response | null> {
  const id = c.req.param("id") ?? "";
  if (!isRaceId(id))
    return problem("bad_race_id", "A race id is 3 to 64 characters of a-z, 0-9 and hyphen.");
  const key = raceKey(id);
  const reading = await c.var.read(key, () => load(c.env.RACES, key));
  switch (reading.kind) {
    case "fresh":
    case "stale":
      return null;
    case "absent":
      return problem(
        "unknown_race",
        `No race ${id} has been published. /v1/races lists the races there are.`,
        { "Cache-Control": CACHE_ABSENT },
      );
    case "unavailable":
      return problem("unavailable", "Try again in a few seconds.", { "Retry-After": "5" });
  }
}

function describe(
  id: string,
  { n, acknowledgedAt, etag, firstRevision, lastRevision }: Publication,
) {
  const href = etag === null ? null : addressOf(id, n);
  return { n, at: acknowledgedAt, etag, firstRevision, lastRevision, href };
}

function addressOf(id: string, n: number): string {
  return `/v1/races/${id}/publications/${n}`;
}

function headersOf(cache: string, type?: string): Headers {
  const headers = new Headers({ ...CORS_HEADERS, "Cache-Control": cache });
  if (type !== undefined) {
    headers.set("Content-Type", type);
    headers.set("X-Content-Type-Options", "nosniff");
  }
  return headers;
}
