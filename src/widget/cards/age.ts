import type { Section } from "../../race/schema/common.ts";
import type { View } from "../view.ts";
import { asOfIn, type Format } from "./format.ts";

/** In words how old the numbers are, when they are older than they should be; else null. */
export function ageOf(
  view: Extract<View, { readonly kind: "ready" }>,
  section: Section,
  format: Format,
): string | null {
  const { messages } = format;
  if (view.staleSeconds !== null) return messages.stale(format.ago(view.staleSeconds));
  const { race, now } = view;
  const fresh = race.staleAfter[section];
  return fresh && now > Date.parse(fresh)
    ? messages.notUpdated(asOfIn(format, race.updatedAt, race.timeZone))
    : null;
}
