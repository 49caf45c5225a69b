import type { CardSections } from "./card.ts";
import type { CardLanguage } from "../wording/language.ts";
import type { View } from "./view.ts";

/** In words how old the numbers are, when they are older than they should be; else null. */
export function ageOf(
  { race, now, staleSeconds }: Extract<View, { readonly kind: "ready" }>,
  sections: CardSections,
  { common, write }: CardLanguage,
): string | null {
  if (staleSeconds !== null) return common.stale(staleSeconds);
  const isLate = sections.some((section) => {
    const fresh = race.staleAfter[section];
    return fresh && now > Date.parse(fresh);
  });
  return isLate ? common.notUpdated(write.when(race.updatedAt, race.timeZone)) : null;
}
