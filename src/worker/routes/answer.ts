import type { Context } from "hono";
import type { AppEnv } from "../env.ts";
import { respond, respondStale } from "../http/respond.ts";
import type { Lookup } from "../store/stored-value.ts";
import { unavailable } from "./refusals.ts";

/** A read that came to something, or that nobody could answer. */
export type Found = Exclude<Lookup, { kind: "absent" }>;

/** What a read came to, as an HTTP answer. */
export function answer(c: Context<AppEnv>, reading: Found): Response {
  switch (reading.kind) {
    case "fresh":
      return respond(c.req.raw, c.env, reading.stored);
    case "stale":
      return respondStale(c.req.raw, c.env, reading.stored, reading.seconds);
    case "unavailable":
      return unavailable();
  }
}
