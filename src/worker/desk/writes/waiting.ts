import type { WaitingPart } from "../../../contract/desk/changes.ts";
import type { Patch } from "../../../race/gate/doubt.ts";
import { isSame } from "../../../race/gate/standing.ts";
import { patchOf } from "../../../race/gate/patch.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import { type BodyFile, bodyFile } from "../storage/body-file.ts";
import { heldOf, type HeldParts, type NewHeld, putHeld, removeHeld } from "../storage/held.ts";
import type { DeskDoubt, Sound } from "./judge.ts";
import type { ProposedChange } from "./propose.ts";
import type { Terms } from "./terms.ts";

/** A doubt whose patch is written out and packed, so that storing it needs no waiting. */
export type Packed = {
  readonly doubt: DeskDoubt;
  readonly file: BodyFile | null;
  readonly packed: Uint8Array | null;
};

export function packDoubts(doubts: readonly DeskDoubt[]): Promise<Packed[]> {
  return Promise.all(
    doubts.map(async (doubt) => {
      const file = await bodyFile(doubt.patch, null);
      return { doubt, file, packed: file && (await file.packed()) };
    }),
  );
}

/** What a change does to what waits. */
export type Wait = {
  readonly proposal: ProposedChange;
  readonly packed: readonly Packed[];
  /** The revision its section stood at; null where it had none. */
  readonly base: number | null;
  readonly at: string;
};

/**
 * Holds what is in doubt, and lets go of what this change has settled. To be called in the change's
 * own transaction. Says what waits, and whether readers have to be told of it.
 */
export function keepWaiting(
  sql: SqlStorage,
  { proposal, packed, base, at }: Wait,
  verdict: Pick<Sound, "before" | "after">,
  { author, note, correction }: Terms,
): { readonly waiting: readonly WaitingPart[]; readonly isNews: boolean } {
  const { section, action, restores } = proposal;
  const scopes = new Set(packed.map(({ doubt }) => doubt.scope));
  const settled = heldOf(sql, section).filter(
    (change) =>
      change.scope !== null &&
      !scopes.has(change.scope) &&
      isSettled(change, proposal, verdict, author),
  );
  for (const { held } of settled) removeHeld(sql, held);
  let isNews = settled.length > 0;
  const waiting = packed.map(({ doubt, file, packed: bytes }) => {
    const { scope, place, reasons } = doubt;
    const put = putHeld(
      sql,
      {
        at,
        updatedAt: at,
        author,
        section: doubt.section,
        scope,
        place,
        action,
        restores,
        base,
        note,
        correction,
        bytes: file?.bytes.byteLength ?? 0,
        body: file?.hash ?? null,
        reasons,
        parts: partsOf(doubt.patch),
      },
      bytes,
    );
    isNews ||= put.isNew;
    return { held: put.held, section: doubt.section, scope, reasons };
  });
  return { waiting, isNews };
}

/**
 * Whether a change says all that is to be said of what waits: its sender has sent the number again,
 * plausible now, or somebody's number has got to readers meanwhile.
 */
function isSettled(
  { author: sender, parts }: HeldParts,
  { section, mentions }: ProposedChange,
  { before, after }: Pick<Sound, "before" | "after">,
  author: string,
): boolean {
  const isMentioned =
    mentions === "all" || (parts !== "all" && parts?.some((part) => mentions.has(part)) === true);
  if (sender === author && isMentioned) return true;
  if (parts === null || parts === "all") return false;
  const stateOf = (data: RaceData | null) => data && patchOf(data, section, parts);
  return !isSame(stateOf(before), stateOf(after?.data ?? null));
}

function partsOf(patch: Patch | null): NewHeld["parts"] {
  if (patch === null) return "all";
  return patch.kind === "fields" ? patch.fields.map(({ path }) => path) : patch.parts;
}
