import type { Env } from "../env.ts";
import { raceKey } from "../store/keys.ts";
import { inMemory } from "../store/read.ts";
import type { MemoryCache } from "../store/memory-cache.ts";
import { respond } from "./respond.ts";

const RACES = "/v1/races/";
/** Where to look for the slash that ends the host: past `https://`. */
const PAST_SCHEME = 8;

/**
 * The short way for the one request there is most of: a race that this isolate holds. Gives what
 * the app would give, without its routing; null leaves the request to the app.
 */
export function answerFromMemory(
  request: Request,
  env: Pick<Env, "TOPLINE_NEXT">,
  memory: MemoryCache,
  now: number,
): Response | null {
  if (request.method !== "GET") return null;
  const { url } = request;
  const path = url.indexOf("/", PAST_SCHEME);
  if (!url.startsWith(RACES, path)) return null;
  const stored = inMemory(memory, raceKey(url.slice(path + RACES.length)), now);
  return stored === undefined ? null : respond(request, env, stored);
}
