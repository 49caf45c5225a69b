import { join } from "node:path";
import { getPlatformProxy } from "wrangler";
import { tablesOf } from "../src/formats/topline/tables.ts";
import { compileRace } from "../src/race/compile/compile-race.ts";
import type { RaceData } from "../src/race/schema/data.ts";
import type { KvWriter } from "../src/worker/store/kv.ts";
import type { Plan } from "../src/worker/store/plan-publication.ts";
import { publish } from "../src/worker/store/publish.ts";

/** Puts a checked race into the local KV under `persist`, through the Worker's own publish code. */
export async function publishLocally(data: RaceData, persist: string): Promise<Plan> {
  const bindings = await getPlatformProxy<{ RACES: KvWriter }>({
    configPath: join(import.meta.dirname, "..", "wrangler.toml"),
    persist: { path: persist },
  });
  const now = new Date().toISOString();
  try {
    return await publish(
      bindings.env.RACES,
      data.race.id,
      (publication, updatedAt) => ({
        ...compileRace(data, { now, publication, updatedAt, revision: publication }),
        csv: tablesOf(data),
      }),
      now,
    );
  } finally {
    await bindings.dispose();
  }
}
