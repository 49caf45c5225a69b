import type { Context } from "hono";
import { Hono } from "hono";
import type { Publication } from "../../contract/desk/summary.ts";
import { pageQuery } from "../../contract/page.ts";
import type { ListedPublication, PublicationList } from "../../contract/publications.ts";
import { raceQuery } from "../../contract/races.ts";
import type { AppEnv } from "../env.ts";
import { CORS_HEADERS } from "../http/cors.ts";
import { matchesIfNoneMatch } from "../http/if-none-match.ts";
import { problem } from "../http/problem.ts";
import { readQuery } from "../http/read-query.ts";
import { respond } from "../http/respond.ts";
import { isRaceId } from "../store/keys.ts";
import { load } from "../store/load.ts";
import { JSON_TYPE } from "../store/stored-value.ts";
import {
  asValue,
  entryAt,
  type IndexEntry,
  indexOf,
  loadPublication,
  publicationAddress,
} from "./kept-publications.ts";
import { nextPage, numberIn, pageOf } from "./page.ts";
import type { Published } from "./published.ts";
import { badRaceId, unavailable } from "./refusals.ts";

/** A publication never changes. */
const FOR_EVER = "public, max-age=31536000, immutable";
/** The list grows; its old entries stay. */
const LIST_CACHE = "public, max-age=10";
/** The desk is asked for its list this often at most, by each isolate. */
const LIST_HOLD_MS = 5000;
const LAST = Number.MAX_SAFE_INTEGER;
/** KV takes up to a minute to reach everybody: what was current just now is not settled. */
const UNSETTLED_MS = 120_000;

/**
 * What readers saw of races or boards and when, from copies of what each one's desk told. KV is
 * asked first: only what it knows has a desk.
 */
export function publicationsOf(kind: Published): Hono<AppEnv> {
  const publications = new Hono<AppEnv>();

  publications.get("/:id/publications", async (c) => {
    const refusal = await refuse(kind, c);
    if (refusal) return refusal;
    const query = readQuery(c, pageQuery);
    if (!query.ok) return problem("bad_request", query.detail);
    const page = pageOf(query.value);
    const { id } = c.req.param();
    const reading = await c.var.read(
      `${kind.address(id)}/publications before ${page.before} limit ${page.limit}`,
      async () => {
        const list = await kind.desk(c.env, id).publications(page.before, page.limit);
        const told: PublicationList = {
          publications: list.map((publication) => listed(kind, id, publication)),
          before: nextPage(list, page),
        };
        return asValue(told);
      },
      LIST_HOLD_MS,
    );
    if (reading.kind === "absent" || reading.kind === "unavailable") return unavailable();
    const { body, etag } = reading.stored;
    const headers = headersOf(LIST_CACHE, JSON_TYPE);
    headers.set("ETag", etag);
    return matchesIfNoneMatch(c.req.header("If-None-Match") ?? "", etag)
      ? new Response(null, { status: 304, headers })
      : new Response(body, { headers });
  });

  publications.get("/:id/publications/:n", async (c) => {
    const refusal = await refuse(kind, c, { toShow: true });
    if (refusal) return refusal;
    const { id } = c.req.param();
    const n = numberIn(c.req.param("n"));
    // It never changes, so a last good copy is as good as the desk's own.
    const reading =
      n === null
        ? ({ kind: "absent" } as const)
        : await c.var.read(publicationAddress(kind, id, n), () =>
            loadPublication(kind, c.env, id, n),
          );
    switch (reading.kind) {
      case "absent":
        return problem(
          "unknown_publication",
          `${kind.address(id)}/publications lists those there are.`,
        );
      case "unavailable":
        return unavailable();
      case "fresh":
      case "stale": {
        const answer = respond(c.req.raw, {}, reading.stored);
        answer.headers.set("Cache-Control", FOR_EVER);
        return answer;
      }
    }
  });

  /** `?as_of=`: leads to the publication that readers had then. Without it the race itself answers. */
  publications.get("/:id", async (c, next) => {
    if (c.req.query("as_of") === undefined) return next();
    const refusal = await refuse(kind, c);
    if (refusal) return refusal;
    const query = readQuery(c, raceQuery);
    if (!query.ok) return problem("bad_request", query.detail);
    const at = Date.parse(query.value.as_of ?? "");
    const now = Date.now();
    if (at > now)
      return problem("bad_request", "?as_of= is in the future: nobody has seen that yet.");
    const { id } = c.req.param();
    const settled = at < now - UNSETTLED_MS;
    const reading = await c.var.read(
      `${kind.address(id)}/publications index`,
      async () => asValue(indexOf(await kind.desk(c.env, id).publications(LAST, LAST))),
      LIST_HOLD_MS,
    );
    if (reading.kind === "absent" || reading.kind === "unavailable") return unavailable();
    const index = JSON.parse(new TextDecoder().decode(reading.stored.body)) as IndexEntry[];
    const found = entryAt(index, at);
    if (found === null)
      return problem(
        "unknown_publication",
        `Nothing had been published then. ${kind.address(id)}/publications lists what was.`,
      );
    const [, n, there] = found;
    if (!there) return problem("unknown_publication", "It had been taken away from readers then.");
    const headers = headersOf(settled ? FOR_EVER : "no-store");
    headers.set("Location", publicationAddress(kind, id, n));
    return new Response(null, { status: 302, headers });
  });

  return publications;
}

/**
 * Why a desk must not be asked: addressing one makes it. `toShow`: for what readers saw, which a
 * law may forbid to show again.
 */
async function refuse(
  kind: Published,
  c: Context<AppEnv>,
  { toShow = false } = {},
): Promise<Response | null> {
  const id = c.req.param("id") ?? "";
  if (!isRaceId(id)) return badRaceId();
  const key = kind.key(id);
  const reading = await c.var.read(key, () => load(c.env.RACES, key));
  switch (reading.kind) {
    case "fresh":
    case "stale": {
      const { quiet } = reading.stored;
      return toShow && quiet ? problem("quiet", `${quiet.law}, until ${quiet.to}`) : null;
    }
    case "absent":
      return kind.unknown(id);
    case "unavailable":
      return unavailable();
  }
}

function listed(
  kind: Published,
  id: string,
  { n, acknowledgedAt, etag, firstRevision, lastRevision }: Publication,
): ListedPublication {
  const href = etag === null ? null : publicationAddress(kind, id, n);
  return { n, at: acknowledgedAt, etag, firstRevision, lastRevision, href };
}

function headersOf(cache: string, type?: string): Headers {
  const headers = new Headers({ ...CORS_HEADERS, "Cache-Control": cache });
  if (type !== undefined) {
    headers.set("Content-Type", type);
    headers.set("X-Content-Type-Options", "nosniff");
  }
  return headers;
}
