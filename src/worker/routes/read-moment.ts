import { instant } from "../../race/schema/common.ts";

/**
 * A moment out of an address, in milliseconds since 1970; null where it is none. A `+` that
 * wasn't encoded arrives as a space, and can only have been the zone's.
 */
export function readMoment(text: string): number | null {
  const moment = instant.safeParse(text.replace(" ", "+"));
  return moment.success ? Date.parse(moment.data) : null;
}
