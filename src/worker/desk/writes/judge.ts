import { checkChange } from "../../../race/check.ts";
import type { Compiled } from "../../../race/compile/compile-race.ts";
import type { Patch, Sender } from "../../../race/gate/doubt.ts";
import { type Highs, highsWithout } from "../../../race/gate/highs.ts";
import { judge as judgeRace, type SourceRevision } from "../../../race/gate/judge.ts";
import type { Doubt } from "../../../race/gate/reason.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import { fault, type Fault } from "../../../formats/text/faults.ts";
import type { HoldReason } from "../../../contract/desk/hold-reason.ts";
import { isoTime } from "../desk.ts";
import { dataKey, raceData } from "../storage/bodies.ts";
import { type TooLarge, tooLarge } from "../publishing/too-large.ts";
import { type BodyFile, bodyFile } from "../storage/body-file.ts";
import { getGateState } from "../storage/gate-state.ts";
import { isOwnUndo } from "./own-undo.ts";
import type { ProposedChange } from "./propose.ts";
import type { Turn } from "./take-turn.ts";
import { FEED_AUTHOR, type Terms } from "./terms.ts";

/** What the race is and would become; null where there is no race. */
export type Verdict = Sound | { readonly ok: false; readonly faults: readonly Fault[] };

/** Something that waits; without a patch it takes the race away. */
export type DeskDoubt = Omit<Doubt, "patch" | "reasons"> & {
  readonly reasons: readonly HoldReason[];
  readonly patch: Patch | null;
};

export type Sound = {
  readonly ok: true;
  readonly before: RaceData | null;
  /** What readers may have: the change, with all that is in doubt as it was. */
  readonly after: { readonly data: RaceData; readonly compiled: Compiled } | null;
  /** The proposal, and its body as it is stored, with as much of the change. */
  readonly proposal: ProposedChange;
  readonly file: BodyFile | null;
  readonly doubts: readonly DeskDoubt[];
  readonly falls: readonly SourceRevision[];
  readonly highs: Highs;
};

/**
 * Judges a proposal against everything else the race holds: whether it stands, and which of its
 * numbers are plausible now.
 */
export async function judge(turn: Turn, proposal: ProposedChange, terms: Terms): Promise<Verdict> {
  const { door, desk, current } = turn;
  const { section } = proposal;
  const before = raceData(current);
  const whole = raceData({ bodies: { ...current.bodies, [section]: proposal.body } });
  const file = await bodyFile(proposal.body, proposal.stored);
  const passed = { ok: true, before, proposal, file, falls: [], highs: {} } as const;
  if (whole === null && before === null) return { ...passed, after: null, doubts: [] };
  if (whole === null)
    return {
      ...passed,
      ...(await asItWas(turn, proposal)),
      after: before && { data: before, compiled: compiled(turn, before) },
      doubts: [WITHDRAWN],
    };

  const checked = checkChange(before, whole);
  if (!checked.ok) {
    const faults = checked.issues.map((i) => fault(i.message, { field: i.path }));
    return { ok: false, faults };
  }
  const now = door.now();
  const known = turn.highs ?? (desk ? getGateState(desk.sql).highs : {});
  const verdict = judgeRace({
    before,
    after: whole,
    now: isoTime(now),
    by: senderOf(terms.author),
    withdraws: terms.withdraws === true,
    highs: known,
  });
  const { accepted, doubts, revisions: falls, highs } = verdict;
  // What can't be compiled must not be stored: it would stand in the way of every publication.
  const all = compiled(turn, whole, { [section]: file?.hash ?? null });
  const bytes = file?.bytes.byteLength ?? 0;
  const large = tooLarge(all, whole, current.heads, { section, bytes });
  if (large !== null) return { ok: false, faults: [inWords(large)] };
  if (doubts.length === 0)
    return { ...passed, after: { data: whole, compiled: all }, doubts, falls, highs };
  // A mistake that is taken back: from here on its numbers are judged by what was there before it.
  if (isOwnUndo(turn, proposal, terms.author)) {
    const after = { data: whole, compiled: all };
    return { ...passed, after, doubts: [], highs: highsWithout(known, section) };
  }
  const body = accepted[section];
  const kept = await bodyFile(body, null);
  const data = { ...current.bodies, race: accepted.race, [section]: body } as RaceData;
  const after = { data, compiled: compiled(turn, data, { [section]: kept?.hash ?? null }) };
  const part = { ...proposal, body, stored: null };
  return { ...passed, after, proposal: part, file: kept, doubts, falls, highs };
}

function inWords({ what, bytes, limit }: TooLarge): Fault {
  const [size, most] = [bytes, limit].map((n) => n.toLocaleString("en"));
  return fault(
    `${what} would have ${size} bytes, and the store takes ${most}: send less, by place and not by precinct, say`,
  );
}

/** Who sends, as the gate tells them apart. */
export function senderOf(author: string): Sender {
  return author.startsWith(FEED_AUTHOR) ? "feed" : "person";
}

function compiled(
  { door, current }: Turn,
  data: RaceData,
  changed: Parameters<typeof dataKey>[1] = {},
): Compiled {
  return door.compiled.get(data, dataKey(current.heads, changed), door.now());
}

async function asItWas({ current }: Turn, proposal: ProposedChange) {
  const body = current.bodies[proposal.section];
  return {
    proposal: { ...proposal, body, stored: null },
    file: await bodyFile(body, null),
  };
}

const WITHDRAWN: DeskDoubt = {
  section: "race",
  scope: "all",
  place: {},
  reasons: [
    {
      rule: "race_withdrawn",
      path: "race",
      message: "readers could no longer ask for this race",
    },
  ],
  patch: null,
};
