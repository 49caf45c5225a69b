import type { TurnoutSummary } from "../../race/sections/turnout/summary.ts";
import type { CardLanguage } from "../../wording/language.ts";

/** "26.5 percent", or "About 26 to 27 percent" where the number of the registered is a range. */
export function shareOfRegistered(
  { low, high }: NonNullable<TurnoutSummary["share"]>,
  { common, write }: CardLanguage,
): string {
  if (low === high) return write.share(low);
  const whole = Math.floor(low);
  // Within one whole percent, its two ends say most; otherwise the nearest whole numbers do.
  const [from, to] =
    whole === Math.floor(high) ? [whole, whole + 1] : [Math.round(low), Math.round(high)];
  return common.about(from === to ? `${from}` : common.range(`${from}`, `${to}`));
}
