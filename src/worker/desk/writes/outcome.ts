import type { SourceName } from "../../../race/check.ts";
import type { Change } from "../../../race/diff/diff.ts";
import type { Reason } from "../../../race/gate/reason.ts";
import type { Revision } from "../../../contract/desk/revision-chain.ts";
import type { Fault } from "../../../formats/text/faults.ts";

/** What a request to change something came to. Plain data: it crosses from the desk to the route. */
export type Outcome = Accepted | Preview | Refusal;

/** What is kept for a request that is sent again with the same idempotency key. */
export type Accepted = Stored | Held | Unchanged;

export type Stored = {
  readonly kind: "stored";
  readonly section: SourceName;
  readonly revision: number;
  readonly at: string;
  readonly hash: string;
  /** What the file's reader left out. */
  readonly warnings: readonly Fault[];
  /** The answer to an earlier request with the same idempotency key. */
  readonly replayed: boolean;
};

/** Well formed, but waiting for somebody to release it. */
export type Held = {
  readonly kind: "held";
  readonly section: SourceName;
  readonly held: number;
  readonly at: string;
  readonly reasons: readonly HoldReason[];
  readonly warnings: readonly Fault[];
  readonly replayed: boolean;
};

/** The gate's reasons, and the desk's own: the gate judges races that stay. */
export type HoldReason =
  | Reason
  | { readonly rule: "race_withdrawn"; readonly path: "race"; readonly message: string };

/** Readers and editors would see nothing new: no revision was made. */
export type Unchanged = {
  readonly kind: "unchanged";
  readonly section: SourceName;
  readonly revision: number;
  readonly warnings: readonly Fault[];
  readonly replayed: boolean;
};

/** What a change would come to; nothing was stored. */
export type Preview = {
  readonly kind: "preview";
  readonly section: SourceName;
  /** What readers would see change. */
  readonly changes: readonly Change[];
  /** The gate would hold it for these. */
  readonly reasons: readonly HoldReason[];
  readonly warnings: readonly Fault[];
};

/** Nothing was changed, and why. */
export type Refusal =
  | { readonly kind: "unknown_race" }
  | { readonly kind: "unknown_section"; readonly section: SourceName }
  | { readonly kind: "unknown_revision"; readonly n: number }
  | { readonly kind: "unknown_held"; readonly held: number }
  | { readonly kind: "second_person"; readonly author: string }
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] }
  | {
      /** Somebody else wrote first: the revisions since the one that was named. */
      readonly kind: "stale";
      readonly section: SourceName;
      readonly current: number | null;
      readonly missed: readonly Revision[];
    }
  | { readonly kind: "key_reused" }
  | { readonly kind: "still_running" };
