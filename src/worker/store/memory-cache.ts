import type { StoredValue } from "./stored-value.ts";

/** A value in memory. Times are milliseconds since 1970. */
export type MemoryEntry = {
  readonly stored: StoredValue;
  /** When KV last gave it. */
  readonly confirmedAt: number;
  /** When the data center's cache last got it. */
  readonly savedAt: number;
  /** When somebody last set out to ask KV again. */
  askedAt: number;
  /** When KV last failed to answer; 0 while it answers. */
  failedAt: number;
};

export type MemoryLimits = { readonly bytes: number; readonly absentKeys: number };

/** An isolate has 128 MB for everything. */
const DEFAULT_LIMITS: MemoryLimits = { bytes: 32 * 1024 * 1024, absentKeys: 1000 };

/**
 * An isolate's memory of what KV holds: plain bytes, and names of what isn't there, both bounded.
 * What was confirmed longest ago makes room, so a scan of made-up addresses pushes out nothing.
 */
export class MemoryCache {
  readonly #limits: MemoryLimits;
  readonly #copies = new Map<string, MemoryEntry>();
  readonly #absent = new Map<string, number>();
  #bytes = 0;

  constructor(limits: MemoryLimits = DEFAULT_LIMITS) {
    this.#limits = limits;
  }

  get(key: string): MemoryEntry | undefined {
    return this.#copies.get(key);
  }

  /** When KV last said that it has no such key. */
  absentSince(key: string): number | undefined {
    return this.#absent.get(key);
  }

  keep(key: string, copy: MemoryEntry): void {
    this.drop(key);
    this.#copies.set(key, copy);
    this.#bytes += copy.stored.body.byteLength;
    for (const oldest of this.#copies.keys()) {
      if (this.#bytes <= this.#limits.bytes || oldest === key) break;
      this.drop(oldest);
    }
  }

  keepAbsent(key: string, now: number): void {
    this.drop(key);
    this.#absent.set(key, now);
    for (const oldest of this.#absent.keys()) {
      if (this.#absent.size <= this.#limits.absentKeys) break;
      this.#absent.delete(oldest);
    }
  }

  drop(key: string): void {
    const copy = this.#copies.get(key);
    if (copy !== undefined) this.#bytes -= copy.stored.body.byteLength;
    this.#copies.delete(key);
    this.#absent.delete(key);
  }
}
