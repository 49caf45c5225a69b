import type { SourceName } from "../../../race/check.ts";
import type { Patch } from "../../../race/gate/doubt.ts";
import { applyPatch, patchOf } from "../../../race/gate/patch.ts";
import { checkChange } from "../../../race/check.ts";
import { fault } from "../../../formats/text/faults.ts";
import type { Desk } from "../desk.ts";
import { type Current, dataKey, raceData } from "../storage/bodies.ts";
import { bodyFile } from "../storage/body-file.ts";
import { getGateState, type Pause } from "../storage/gate-state.ts";
import { heldContents, heldOf, readContent } from "../storage/held.ts";
import type { Verdict } from "./judge.ts";
import type { ProposedChange } from "./propose.ts";
import type { Turn } from "./take-turn.ts";

/** The scope under which a paused section's news wait. */
export const PAUSED_SCOPE = "paused";

/** How a section was stopped; null where it goes on. */
export function pauseOf(sql: SqlStorage, section: SourceName): Pause | null {
  return getGateState(sql).paused.find((pause) => pause.section === section) ?? null;
}

/** What has come for a paused section since it was stopped; null where nothing has. */
export async function waitingPatch(sql: SqlStorage, section: SourceName): Promise<Patch | null> {
  const held = heldOf(sql, section).find(({ scope }) => scope === PAUSED_SCOPE);
  const [latest] = held ? heldContents(sql, held.held) : [];
  const bytes = latest && (await readContent(sql, latest));
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Patch) : null;
}

/** The bodies that a change to a paused section adds to: what waits, not what readers have. */
export async function withWaiting(
  { sql }: Desk,
  current: Current,
  section: SourceName,
): Promise<Current> {
  const data = raceData(current);
  const patch = data && pauseOf(sql, section) && (await waitingPatch(sql, section));
  if (!data || !patch) return current;
  return { ...current, bodies: { ...current.bodies, ...applyPatch(data, patch) } };
}

/** Nothing of a paused section is judged before it goes on; only faults are told at once. */
export async function waitForResume(turn: Turn, proposal: ProposedChange): Promise<Verdict> {
  const { door, current } = turn;
  const { section } = proposal;
  const before = raceData(current);
  const data = raceData({ bodies: { ...current.bodies, [section]: proposal.body } });
  if (before === null || data === null || section === "race")
    throw new Error("only sections of a race can be paused");
  const checked = checkChange(before, data);
  if (!checked.ok)
    return { ok: false, faults: checked.issues.map((i) => fault(i.message, { field: i.path })) };
  const body = current.bodies[section];
  const compiled = door.compiled.get(before, dataKey(current.heads), door.now());
  return {
    ok: true,
    before,
    after: { data: before, compiled },
    proposal: { ...proposal, body, stored: null },
    file: await bodyFile(body, null),
    doubts: [
      {
        section,
        scope: PAUSED_SCOPE,
        place: {},
        reasons: [{ rule: "paused", path: section, message: `${section} is paused` }],
        patch: patchOf(data, section, "all"),
      },
    ],
    falls: [],
    highs: turn.highs ?? (turn.desk ? getGateState(turn.desk.sql).highs : {}),
  };
}
