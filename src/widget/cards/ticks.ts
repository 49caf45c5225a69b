/** Tick distances: 1, 2 or 5 times a power of ten. */
const STEPS = [1, 2, 5, 10];

/**
 * Round numbers at even distances that hold all `values` between the first and the last, about
 * `count` steps apart. Values that don't differ get one step of room.
 */
export function ticksOf(values: readonly number[], count: number): readonly number[] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const rough = (most - least || 1) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((s) => s * power >= rough) ?? 10);
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(most / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}
