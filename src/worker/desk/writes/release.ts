import { checkChange, type SourceName } from "../../../race/check.ts";
import type { Patch } from "../../../race/gate/doubt.ts";
import { fallsBetween } from "../../../race/gate/judge.ts";
import { applyPatch } from "../../../race/gate/patch.ts";
import { fault } from "../../../formats/text/faults.ts";
import type { HeldChange } from "../../../contract/desk/held.ts";
import { type Desk, isoTime, schedule } from "../desk.ts";
import { dueAfter } from "../publishing/publisher.ts";
import { bodyFile, readBodyFile } from "../storage/body-file.ts";
import { type Current, dataKey, raceData, reviveBody } from "../storage/bodies.ts";
import { getGateState } from "../storage/gate-state.ts";
import {
  getHeld,
  type HeldContent,
  heldContents,
  readContent,
  removeHeld,
  setAside,
} from "../storage/held.ts";
import { revisionsSince } from "../storage/log.ts";
import { getPublishState, setPublishState } from "../storage/state.ts";
import { commit } from "./commit.ts";
import { judge, senderOf, type Sound, type Verdict } from "./judge.ts";
import type { Outcome } from "./outcome.ts";
import { PAUSED_SCOPE } from "./pause.ts";
import { preview } from "./preview.ts";
import type { ProposedChange } from "./propose.ts";
import { takeTurn, type Turn } from "./take-turn.ts";
import { heldTag, type Terms } from "./terms.ts";

/**
 * Puts in what somebody has looked at, as far as `If-Match` says what that was, else what waits
 * now. What its sender has sent since is judged against that at once: a feed can neither outrun a
 * release, nor slip a number in. The revision names both the sender and, from `terms.author`, who
 * released it.
 */
export function approve(desk: Desk, race: string, held: number, terms: Terms): Promise<Outcome> {
  return takeTurn(desk, terms, async (turn): Promise<Outcome> => {
    const { sql } = desk;
    const change = getHeld(sql, held);
    if (change === null) return { kind: "unknown_held", held };
    const contents = contentsOf(desk, change);
    const seen = seenOf(contents, terms);
    if (seen === undefined) return { kind: "held_changed", held, body: contents[0]?.body ?? null };
    const { author } = seen;
    const approver = terms.author;
    if (turn.current.bodies.race?.gate.secondPerson === true && author === approver)
      return { kind: "second_person", author };
    const { section, base } = change;
    // Looking at what a pause keeps judges none of it, number by number.
    if (change.scope === PAUSED_SCOPE)
      return {
        kind: "faulty",
        faults: [fault(`${section} is paused: resume it, and all that waits is judged`)],
      };
    const head = turn.current.heads[section]?.n ?? null;
    const patch = await patchIn(desk, change, seen);
    const isWhole = patch === null || (patch.kind === "rows" && patch.parts === "all");
    if ((isWhole || change.scope === null) && head !== base) {
      const missed = revisionsSince(sql, section, base ?? 0);
      return { kind: "stale", section, current: head, missed };
    }
    // Whoever releases it may say it better than whoever sent it.
    const note = terms.note ?? change.note;
    const correction = terms.correction ?? change.correction;
    const told = { ...terms, author, note, correction };
    const released = await release(turn, race, change, patch);
    if (!released.ok) return { kind: "faulty", faults: released.faults };
    const [latest] = contents;
    const newer =
      latest && latest !== seen
        ? await judgeNewer(turn, released, await patchIn(desk, change, latest), told)
        : released;
    if (terms.dryRun) return preview(turn, newer, told);
    return commit(turn, newer, { held, approver }, told);
  });
}

/** Throws a held change away; false when there is none with that number. */
export function drop(desk: Desk, held: number): Promise<boolean> {
  const { sql, writes, storage, now } = desk;
  return writes.run(async () => {
    const change = getHeld(sql, held);
    if (change === null) return false;
    storage.transactionSync(() => {
      // A feed sends the same number again in a minute; it has been looked at.
      if (senderOf(change.author) === "feed") setAside(sql, held, isoTime(now()));
      else removeHeld(sql, held);
      setPublishState(sql, { dueAt: dueAfter(getPublishState(sql), now()) });
    });
    await schedule(desk);
    return true;
  });
}

/** What section `held` would be, were it released now, as UTF-8 JSON; null for none. */
export async function contentOf(
  desk: Desk,
  current: Current,
  change: HeldChange,
): Promise<Uint8Array | null> {
  const [latest] = contentsOf(desk, change);
  const patch = latest ? await patchIn(desk, change, latest) : null;
  const data = raceData(current);
  const body = patch && data && applyPatch(data, patch)[change.section];
  return (body && (await bodyFile(body, null)))?.bytes ?? null;
}

/** Version 0.1.0 held whole sections, each with one content. */
function contentsOf({ sql }: Desk, { held, scope, author, body }: HeldChange): HeldContent[] {
  return scope === null ? [{ content: 0, author, body }] : heldContents(sql, held);
}

function seenOf(contents: readonly HeldContent[], { ifMatch }: Terms): HeldContent | undefined {
  if (ifMatch === null || ifMatch === "*") return contents[0];
  return contents.find(({ body }) => ifMatch.includes(heldTag(body)));
}

async function patchIn(
  { sql }: Desk,
  { held, scope, section, body }: HeldChange,
  content: HeldContent,
): Promise<Patch | null> {
  if (scope !== null) {
    const bytes = await readContent(sql, content);
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Patch);
  }
  const stored = await readBodyFile(sql, "held", held, body);
  return wholePatch(section, stored && reviveBody(section, stored.bytes));
}

function wholePatch(section: SourceName, body: object | null): Patch | null {
  if (section === "race") {
    const fields = Object.entries(body ?? {}).map(([path, value]: [string, unknown]) => ({
      path,
      value,
    }));
    return body && { kind: "fields", section, fields };
  }
  const [rows = null] = Object.values(body ?? {}) as (readonly unknown[])[];
  return { kind: "rows", section, parts: "all", rows };
}

/** The race with a patch put in; somebody has looked at it, so nothing but faults stops it. */
async function release(
  turn: Turn,
  race: string,
  { section, action, restores }: HeldChange,
  patch: Patch | null,
): Promise<Verdict> {
  const { door, current } = turn;
  const before = raceData(current);
  const data = before && patch && applyPatch(before, patch);
  const body = data?.[section] ?? null;
  const file = await bodyFile(body, null);
  const mentions = new Set<string>();
  const stored = null;
  const proposal = { race, section, action, restores, body, stored, warnings: [], mentions };
  if (data) {
    const checked = checkChange(before, data);
    if (!checked.ok)
      return { ok: false, faults: checked.issues.map((i) => fault(i.message, { field: i.path })) };
  }
  const key = dataKey(current.heads, { [section]: file?.hash ?? null });
  const after = data && { data, compiled: door.compiled.get(data, key, door.now()) };
  // From here on numbers are judged by what was released.
  const counted = section === "results" || section === "turnout";
  const highs = counted || turn.desk === null ? {} : getGateState(turn.desk.sql).highs;
  const falls = fallsBetween(before, data);
  return { ok: true, before, after, proposal, file, doubts: [], falls, highs };
}

/** What has come since what was looked at, judged against that. */
async function judgeNewer(
  turn: Turn,
  released: Sound,
  patch: Patch | null,
  terms: Terms,
): Promise<Sound> {
  const { after, proposal } = released;
  if (after === null || patch === null) return released;
  const { section } = proposal;
  const body = applyPatch(after.data, patch)[section];
  const bodies = { ...turn.current.bodies, [section]: after.data[section] };
  const seen: Turn = { ...turn, current: { ...turn.current, bodies } };
  const mentions: ProposedChange["mentions"] = new Set();
  const verdict = await judge(seen, { ...proposal, body, mentions }, terms);
  if (!verdict.ok) return released;
  const falls = fallsBetween(released.before, verdict.after?.data ?? null);
  return { ...verdict, before: released.before, falls };
}
