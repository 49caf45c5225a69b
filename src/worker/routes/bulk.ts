import { Hono } from "hono";
import { bulkQuery } from "../../contract/races.ts";
import type { AppEnv } from "../env.ts";
import { cacheControl } from "../http/cache-control.ts";
import { CORS_HEADERS } from "../http/cors.ts";
import { problem } from "../http/problem.ts";
import { readQuery } from "../http/read-query.ts";
import { raceKey } from "../store/keys.ts";
import { load } from "../store/load.ts";
import { unavailable } from "./refusals.ts";

/** Many whole race documents in one answer, one a line, byte for byte as each race's own address gives it. */
export const bulk = new Hono<AppEnv>();

const NEWLINE = new Uint8Array([0x0a]);

bulk.get("/", async (c) => {
  const query = readQuery(c, bulkQuery);
  if (!query.ok) return problem("bad_request", query.detail);
  const readings = await Promise.all(
    query.value.ids.map((id) => c.var.read(raceKey(id), () => load(c.env.RACES, raceKey(id)))),
  );
  const lines: Uint8Array[] = [];
  for (const reading of readings) {
    // A race that can't be read must not pass for one that isn't there.
    if (reading.kind === "unavailable") return unavailable();
    if (reading.kind !== "absent") lines.push(new Uint8Array(reading.stored.body), NEWLINE);
  }
  return new Response(new Blob(lines as Uint8Array<ArrayBuffer>[]), {
    headers: {
      ...CORS_HEADERS,
      "Content-Type": "application/x-ndjson",
      "Cache-Control": cacheControl("counting"),
      "X-Content-Type-Options": "nosniff",
    },
  });
});
