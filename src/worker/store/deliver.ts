import type { KvWriter } from "./kv.ts";
import type { PublicationPart } from "./publication-parts.ts";

/** One value to put, and what stands beside it. */
export type Put = Pick<PublicationPart, "key" | "bytes"> & { readonly metadata: object };

/** What is to be done to KV, in this order. */
export type Delivery = { readonly puts: readonly Put[]; readonly removals: readonly string[] };

/**
 * Brings KV up to date. The race document is the last of the puts: until it is there the old
 * publication stands, and after a failure half way the same delivery can be carried out again.
 * @throws when KV fails, naming the key
 */
export async function deliver(kv: KvWriter, { puts, removals }: Delivery): Promise<void> {
  for (const { key, bytes, metadata } of puts) {
    await attempt("write", key, () => kv.put(key, bytes, { metadata }));
  }
  for (const key of removals) {
    await attempt("remove", key, () => kv.delete(key));
  }
}

async function attempt(verb: string, key: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new Error(`KV could not ${verb} ${key}`, { cause });
  }
}
