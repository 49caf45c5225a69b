import { checkRaceData } from "../../../race/check.ts";
import type { Compiled } from "../../../race/compile/compile-race.ts";
import { holdReasons } from "../../../race/gate/hold-reasons.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import { fault, type Fault } from "../../../formats/text/faults.ts";
import { isoTime } from "../desk.ts";
import { dataKey, raceData } from "../storage/bodies.ts";
import type { BodyFile } from "../storage/body-file.ts";
import type { HoldReason } from "../../../contract/desk/hold-reason.ts";
import { type TooLarge, tooLarge } from "../publishing/too-large.ts";
import type { ProposedChange } from "./propose.ts";
import type { Turn } from "./take-turn.ts";

/** What the race is and would become; null where there is no race. */
export type Verdict = Sound | { readonly ok: false; readonly faults: readonly Fault[] };

export type Sound = {
  readonly ok: true;
  readonly before: RaceData | null;
  readonly after: { readonly data: RaceData; readonly compiled: Compiled } | null;
  /** Why it is implausible; empty when it isn't. */
  readonly reasons: readonly HoldReason[];
};

/**
 * Judges a proposal against everything else the race holds: whether it stands, and whether it is
 * plausible now.
 * @param file the proposal's body as it would be stored
 */
export function judge(
  { door, current }: Turn,
  { section, body }: ProposedChange,
  file: BodyFile | null,
): Verdict {
  const before = raceData(current);
  const data = raceData({ bodies: { ...current.bodies, [section]: body } });
  if (data === null) return { ok: true, before, after: null, reasons: before ? [WITHDRAWN] : [] };

  const checked = checkRaceData(data);
  if (!checked.ok) {
    const faults = checked.issues.map((i) => fault(i.message, { field: i.path }));
    return { ok: false, faults };
  }
  const now = door.now();
  const key = dataKey(current.heads, { [section]: file?.hash ?? null });
  // What can't be compiled must not be stored: it would stand in the way of every publication.
  const compiled = door.compiled.get(data, key, now);
  const large = tooLarge(compiled, data, current.heads, {
    section,
    bytes: file?.bytes.byteLength ?? 0,
  });
  if (large !== null) return { ok: false, faults: [inWords(large)] };
  const reasons = holdReasons(before, data, isoTime(now));
  return { ok: true, before, after: { data, compiled }, reasons };
}

function inWords({ what, bytes, limit }: TooLarge): Fault {
  const [size, most] = [bytes, limit].map((n) => n.toLocaleString("en"));
  return fault(
    `${what} would have ${size} bytes, and the store takes ${most}: send less, by place and not by precinct, say`,
  );
}

const WITHDRAWN = {
  rule: "race_withdrawn",
  path: "race",
  message: "readers could no longer ask for this race",
} as const satisfies HoldReason;
