import { Hono } from "hono";
import type { Health } from "../../contract/health.ts";
import type { AppEnv } from "../env.ts";
import { CORS_HEADERS } from "../http/cors.ts";
import { load } from "../store/load.ts";

/** No race can have this key, so KV says quickly that it isn't there; that it says so is the point. */
const PROBE_KEY = "health";

/** For uptime monitors: whether the store answers. At most one question to KV in a few seconds. */
export const health = new Hono<AppEnv>();

health.get("/", async (c) => {
  const { kind } = await c.var.read(PROBE_KEY, () => load(c.env.RACES, PROBE_KEY));
  const ok = kind === "absent" || kind === "fresh";
  const told: Health = { ok, store: ok ? "answers" : "fails" };
  return c.json(told, ok ? 200 : 503, {
    "Cache-Control": "no-store",
    ...CORS_HEADERS,
  });
});
