import type { Doubt } from "../storage/publish-state.ts";

/**
 * A write that took too long may still land, over what was put after it. So the desk looks whether
 * KV has what it should: this long after everything was put, one after the other.
 */
const LOOKS_AFTER_MS = [60_000, 300_000] as const;

/** What is to be known of keys whose writes took too long, once everything has been put. */
export function doubtOf(keys: readonly string[], now: number): Doubt {
  return { keys: [...new Set(keys)], looks: LOOKS_AFTER_MS.map((ms) => now + ms) };
}
