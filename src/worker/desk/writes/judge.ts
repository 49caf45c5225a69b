import { checkRaceData } from "../../../race/check.ts";
import { compileRace } from "../../../race/compile/compile-race.ts";
import { holdReasons } from "../../../race/gate/hold-reasons.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import { fault, type Fault } from "../../../formats/text/faults.ts";
import { type Current, raceData } from "../storage/bodies.ts";
import type { HoldReason } from "../../../contract/desk/hold-reason.ts";
import type { ProposedChange } from "./propose.ts";

/** What the race is and would become; null where there is no race. */
export type Verdict = Sound | { readonly ok: false; readonly faults: readonly Fault[] };

export type Sound = {
  readonly ok: true;
  readonly before: RaceData | null;
  readonly after: RaceData | null;
  /** Why it is implausible; empty when it isn't. */
  readonly reasons: readonly HoldReason[];
};

/**
 * Judges a proposal against everything else the race holds: whether it stands, and whether it is
 * plausible. `now` is the real time (ISO 8601).
 */
export function judge(current: Current, proposal: ProposedChange, now: string): Verdict {
  const { section, body } = proposal;
  const before = raceData(current);
  const after = raceData({ bodies: { ...current.bodies, [section]: body } });
  if (after === null) return { ok: true, before, after, reasons: before ? [WITHDRAWN] : [] };

  const checked = checkRaceData(after);
  if (!checked.ok) {
    const faults = checked.issues.map((i) => fault(i.message, { field: i.path }));
    return { ok: false, faults };
  }
  // What can't be compiled must not be stored: it would stand in the way of every publication.
  compileRace(after, { now, revision: 0, publication: 0, updatedAt: now });
  return { ok: true, before, after, reasons: holdReasons(before, after, now) };
}

const WITHDRAWN = {
  rule: "race_withdrawn",
  path: "race",
  message: "readers could no longer ask for this race",
} as const satisfies HoldReason;
