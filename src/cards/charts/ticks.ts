import { DAY_MS } from "../days.ts";

/** Tick distances, times a power of ten. */
const STEPS = [1, 2, 2.5, 4, 5, 7.5, 10, 20];

/**
 * Round numbers at even distances, `steps` of them apart, that hold all `values` between the first
 * and the last. Values that don't differ get some room.
 */
export function ticksOf(values: readonly number[], steps: number): readonly number[] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const power = 10 ** Math.floor(Math.log10((most - least || steps) / steps));
  const fits = (size: number) => (Math.floor(least / size) + steps) * size >= most;
  const step = (STEPS.find((size) => fits(size * power)) ?? 50) * power;
  const ticks = [Math.floor(least / step) * step];
  while (ticks.length <= steps) ticks.push((ticks.at(-1) ?? 0) + step);
  return ticks;
}

/** The share of a time that must lie between two dates on its axis, for both to have room. */
const APART = 0.35;

/** The dates to name on an axis, in days since 1970: the last, and firsts of months; else both ends. */
export function daysOn(from: number, to: number): readonly number[] {
  const days = [to];
  for (let day = Math.floor(to); day >= from; day--) {
    const isFirst = new Date(day * DAY_MS).getUTCDate() === 1;
    if (isFirst && (days[0] ?? to) - day > (to - from) * APART) days.unshift(day);
  }
  return days.length > 1 ? days : [from, to];
}
