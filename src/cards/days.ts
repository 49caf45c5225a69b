import type { Field } from "../race/sections/polls/source.ts";

export const DAY_MS = 86_400_000;

/** A date as days since 1970. */
export function dayOf(date: string): number {
  return Date.parse(date) / DAY_MS;
}

/** The middle of a poll's field work, in days since 1970. */
export function middleOf(field: Field): number {
  return "middle" in field ? dayOf(field.middle) : (dayOf(field.start) + dayOf(field.end)) / 2;
}
