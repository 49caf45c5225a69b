import type { KvWriter } from "./kv.ts";
import type { PublicationPart } from "./publication-parts.ts";
import { TimedOutError, type Timer, within } from "./within.ts";

/** How long KV may take for one write. Usually it takes well under a second. */
export const KV_WRITE_LIMIT_MS = 10_000;

export type DeliverIo = {
  readonly kv: KvWriter;
  readonly timer: Timer;
  /** Called when a write that was given up turns out to have been carried out after all. */
  readonly landedLate: (key: string) => void;
};

/** One value to put, and what stands beside it. */
export type Put = Pick<PublicationPart, "key" | "bytes"> & { readonly metadata: object };

/** What is to be done to KV, in this order. */
export type Delivery = { readonly puts: readonly Put[]; readonly removals: readonly string[] };

/**
 * Brings KV up to date. The race document is the last of the puts: until it is there the old
 * publication stands, and after a failure half way the same delivery can be carried out again.
 * @throws {KvWriteError} when KV fails, or takes too long for one write
 */
export async function deliver(io: DeliverIo, { puts, removals }: Delivery): Promise<void> {
  const { kv } = io;
  for (const { key, bytes, metadata } of puts) {
    await attempt(io, "write", key, () => kv.put(key, bytes, { metadata }));
  }
  for (const key of removals) {
    await attempt(io, "remove", key, () => kv.delete(key));
  }
}

/** A write that KV didn't carry out, as far as anybody knows. */
export class KvWriteError extends Error {
  readonly key: string;

  constructor(verb: string, key: string, cause: unknown) {
    super(`KV could not ${verb} ${key}`, { cause });
    this.key = key;
  }

  /** Whether the write may still be carried out: it was given up, not refused. */
  get mayLand(): boolean {
    return this.cause instanceof TimedOutError;
  }
}

async function attempt(
  { timer, landedLate }: DeliverIo,
  verb: string,
  key: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    const writing = work();
    await within(KV_WRITE_LIMIT_MS, writing, timer).catch((cause: unknown) => {
      if (cause instanceof TimedOutError)
        writing.then(() => landedLate(key)).catch(() => undefined);
      throw cause;
    });
  } catch (cause) {
    throw new KvWriteError(verb, key, cause);
  }
}
