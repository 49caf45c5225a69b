import type { Section } from "../race/sections/index.ts";
import type { View } from "./view.ts";
import type { Format } from "./format.ts";

/** In words how old the numbers are, when they are older than they should be; else null. */
export function ageOf(
  { race, now, staleSeconds }: Extract<View, { readonly kind: "ready" }>,
  section: Section,
  { messages, ago, when }: Format,
): string | null {
  if (staleSeconds !== null) return messages.stale(ago(staleSeconds));
  const fresh = race.staleAfter[section];
  return fresh && now > Date.parse(fresh)
    ? messages.notUpdated(when(race.updatedAt, race.timeZone))
    : null;
}
