import { DEFINITIONS } from "../sections/index.ts";
import type { RaceData } from "../schema/data.ts";
import { candidateGone } from "./candidate-gone.ts";
import { gateLoosened } from "./gate-loosened.ts";
import { type GateRule, type Reason, RULES } from "./reason.ts";

/** What each rule asks: the sections' own questions, and those about the race itself. */
type Asked = { readonly [R in Reason["rule"]]?: GateRule<RaceData> };
const ASKED: readonly Asked[] = [
  { candidate_gone: candidateGone, gate_loosened: gateLoosened },
  ...Object.values(DEFINITIONS).map(({ gate }) => gate),
];

/** Nobody reads more of one kind; the last one says how many there were. */
const MAX_REASONS_PER_RULE = 20;

/**
 * Why the desk should hold a change instead of publishing it; empty when it is plausible. Both
 * sides must have passed checkRaceData; `before` is null for a new race. `now` is the real time
 * (an instant), even where the race pins its clock. Linear in the number of rows.
 */
export function holdReasons(before: RaceData | null, after: RaceData, now: string): Reason[] {
  const proposal = { before, after, now };
  return RULES.flatMap((rule) => shorten(ASKED.flatMap((asked) => asked[rule]?.(proposal) ?? [])));
}

function shorten(reasons: readonly Reason[]): readonly Reason[] {
  const shown = reasons.slice(0, MAX_REASONS_PER_RULE);
  const last = shown.at(-1);
  const more = reasons.length - shown.length;
  if (!last || more === 0) return shown;
  return [...shown.slice(0, -1), { ...last, message: `${last.message}; and ${more} more like it` }];
}
