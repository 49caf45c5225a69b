import type { RaceData } from "../schema/data.ts";
import { candidateGone } from "./candidate-gone.ts";
import { counterFalls } from "./counter-falls.ts";
import { earlyResults } from "./early-results.ts";
import { gateLoosened } from "./gate-loosened.ts";
import { jump } from "./jump.ts";
import { overRegistered } from "./over-registered.ts";
import { pollDates } from "./poll-dates.ts";
import { pollShares } from "./poll-shares.ts";
import type { GateRule, Reason, Rule } from "./reason.ts";

const RULES = {
  candidate_gone: candidateGone,
  counter_falls: counterFalls,
  early_results: earlyResults,
  gate_loosened: gateLoosened,
  jump,
  over_registered: overRegistered,
  poll_dates: pollDates,
  poll_shares: pollShares,
} as const satisfies Record<Rule, GateRule>;

/** Nobody reads more of one kind; the last one says how many there were. */
const MAX_REASONS_PER_RULE = 20;

/**
 * Why the desk should hold a change instead of publishing it; empty when it is plausible. Both
 * sides must have passed checkRaceData; `before` is null for a new race. `now` is the real time
 * (an instant), even where the race pins its clock. Linear in the number of rows.
 */
export function holdReasons(before: RaceData | null, after: RaceData, now: string): Reason[] {
  return Object.values(RULES).flatMap((rule) => shorten(rule({ before, after, now })));
}

function shorten(reasons: readonly Reason[]): readonly Reason[] {
  const shown = reasons.slice(0, MAX_REASONS_PER_RULE);
  const last = shown.at(-1);
  const more = reasons.length - shown.length;
  if (!last || more === 0) return shown;
  return [...shown.slice(0, -1), { ...last, message: `${last.message}; and ${more} more like it` }];
}
