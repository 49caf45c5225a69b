/** A straight scale from values to percent of the drawing's width or height. */
export type Scale = {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Where a value lies, 0 to 100. */
  readonly at: (value: number) => number;
};

/** Tick distances: 1, 2 or 5 times a power of ten. */
const STEPS = [1, 2, 5, 10] as const;

/**
 * A scale with round ends that holds all `values`, with about `count` steps and a tick at each.
 * Values that don't differ get one step of room.
 */
export function scaleOf(values: readonly number[], count: number): Scale {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const rough = (most - least || 1) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((s) => s * power >= rough) ?? 10);
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const ticks = Array.from(
    { length: Math.round((high - low) / step) + 1 },
    (_, i) => low + i * step,
  );
  return { low, high, ticks, at: (value) => ((value - low) / (high - low)) * 100 };
}
