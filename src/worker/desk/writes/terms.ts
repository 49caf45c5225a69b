import type { SourceName } from "../../../race/check.ts";
import type { Action } from "../../../contract/desk/revisions.ts";
import type { FileOptions } from "../../../formats/format.ts";

/** What somebody wants done to one body. `race` names the desk's race: a new desk doesn't know it. */
export type ChangeRequest = {
  readonly race: string;
  readonly section: SourceName;
  readonly action: Exclude<Action, "restore">;
  /** The file as it was sent; empty for a deletion. */
  readonly file: Uint8Array;
  /** How the file is to be read. */
  readonly reading: FileOptions;
};

/** On what terms: everything a request may say beside the change itself. */
export type Terms = {
  /** The name of the token. */
  readonly author: string;
  /** The entity tags of `If-Match`, or `*`; null where nothing was said. */
  readonly ifMatch: readonly string[] | "*" | null;
  /** `If-None-Match: *`: only where there is nothing yet. */
  readonly mustBeNew: boolean;
  readonly note: string | null;
  readonly correction: string | null;
  /** Numbers are taken away on purpose: that withdraws a claim, and makes none. */
  readonly withdraws?: boolean;
  /** Only say what would happen. */
  readonly dryRun: boolean;
  readonly idempotency: {
    /** Token, method and path. */
    readonly scope: string;
    readonly key: string;
    /** A hash of everything else in the request. */
    readonly fingerprint: string;
  } | null;
};

/** A section's entity tag. */
export function sectionTag(revision: number): string {
  return `"r${revision}"`;
}

/** A held change's entity tag: what waits under its number. Null takes the race away. */
export function heldTag(body: string | null): string {
  return `"${body ?? "withdrawn"}"`;
}

/** Stands before a feed's id where revisions name their author; no token has such a name. */
export const FEED_AUTHOR = "feed:";
