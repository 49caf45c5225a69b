import type { RaceMetadata } from "./keys.ts";
import { raceKey } from "./keys.ts";
import type { KvWriter } from "./kv.ts";
import { KV_CACHE_TTL_SECONDS } from "./kv.ts";
import type { Compile, Plan, Published } from "./plan-publication.ts";
import { planPublication } from "./plan-publication.ts";

/**
 * Brings KV up to date with one race, in as few writes as that takes. For callers who keep no
 * record of their own publications: it asks KV what the last one was, and KV may answer with a
 * state up to a minute old. Whoever publishes more often plans from their own record and calls
 * `putPlan`.
 * @param updatedAt now, ISO 8601 with zone
 * @throws when KV fails, naming the key; publishing again puts it right
 */
export async function publish(
  kv: KvWriter,
  raceId: string,
  compile: Compile,
  updatedAt: string,
): Promise<Plan> {
  const plan = await planPublication(await readPublished(kv, raceId), compile, updatedAt);
  await putPlan(kv, plan);
  return plan;
}

/** What KV says was last published of a race; null when it holds nothing of it. */
export async function readPublished(kv: KvWriter, raceId: string): Promise<Published | null> {
  const key = raceKey(raceId);
  const { metadata } = await attempt("read", key, () =>
    kv.getWithMetadata(key, { type: "arrayBuffer", cacheTtl: KV_CACHE_TTL_SECONDS }),
  );
  if (metadata === null) return null;
  const { publication, content } = metadata as RaceMetadata;
  return { publication, content };
}

/**
 * Writes what a plan says. The race document goes last: until it is there the old publication
 * stands, and after a failure half way the same plan can be carried out again.
 * @throws when KV fails, naming the key
 */
export async function putPlan(
  kv: KvWriter,
  plan: Pick<Plan, "writes" | "removals">,
): Promise<void> {
  for (const { key, bytes, metadata } of plan.writes) {
    await attempt("write", key, () => kv.put(key, bytes, { metadata }));
  }
  for (const key of plan.removals) {
    await attempt("remove", key, () => kv.delete(key));
  }
}

async function attempt<T>(verb: string, key: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new Error(`KV could not ${verb} ${key}`, { cause });
  }
}
