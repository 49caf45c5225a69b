import { DAY_MS } from "./format.ts";
import type { Scale } from "./scale.ts";

/** A scale that holds all `days` (milliseconds since 1970), with a tick at its first and last. */
export function dayScaleOf(days: readonly number[]): Scale {
  const low = Math.min(...days);
  const high = Math.max(...days, low + DAY_MS);
  return { low, high, ticks: [low, high], at: (day) => ((day - low) / (high - low)) * 100 };
}
