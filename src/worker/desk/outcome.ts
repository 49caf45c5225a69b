import type { SourceName } from "../../race/check.ts";
import type { Revision } from "../../race/revision-chain.ts";
import type { Fault } from "../../formats/read-result.ts";

/** What a request to change something came to. Plain data: it crosses from the desk to the route. */
export type Outcome =
  | Stored
  | {
      /** Readers and editors would see nothing new: no revision was made. */
      readonly kind: "unchanged";
      readonly section: SourceName;
      readonly revision: number;
      readonly warnings: readonly Fault[];
    }
  | Refusal;

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

/** Nothing was changed, and why. */
export type Refusal =
  | { readonly kind: "unknown_race" }
  | { readonly kind: "unknown_section"; readonly section: SourceName }
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
