/** Tick distances: 1, 2, 5 or 10 times a power of ten. */
const STEPS = [1, 2, 5];

/** About how many steps the values are apart. */
const COUNT = 4;

/**
 * Round numbers at even distances that hold all `values` between the first and the last. Values
 * that don't differ get one step of room.
 */
export function ticksOf(values: readonly number[]): readonly number[] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const rough = (most - least || 1) / COUNT;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((s) => s * power >= rough) ?? 10);
  let n = Math.floor(least / step);
  const ticks = [n * step];
  do ticks.push(++n * step);
  while (n * step < most);
  return ticks;
}
