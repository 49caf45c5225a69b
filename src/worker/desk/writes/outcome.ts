import type {
  ChangeAnswer,
  HeldAnswer,
  PreviewAnswer,
  StoredAnswer,
  UnchangedAnswer,
} from "../../../contract/desk/changes.ts";
import type {
  ImportAnswer,
  ImportedAnswer,
  ImportPreviewAnswer,
} from "../../../contract/desk/import.ts";
import type { Revision } from "../../../contract/desk/revisions.ts";
import type { SourceName } from "../../../race/check.ts";
import type { Fault } from "../../../formats/text/faults.ts";

/** What a request to change something came to. Plain data: it crosses from the desk to the route. */
export type Outcome = Accepted | Preview | ImportPreview | Refusal;

/** What is kept for a request that is sent again with the same idempotency key. */
export type Accepted = SectionOutcome | ImportedOutcome;

/** What a change to one section came to. */
export type SectionOutcome = StoredOutcome | HeldOutcome | UnchangedOutcome;

/** An answer of the contract; its `kind` tells it from refusals. */
type Told<Answer extends ChangeAnswer | ImportAnswer> = Omit<Answer, "status"> & {
  readonly kind: Answer["status"];
};

/** Whether it is the answer to an earlier request with the same idempotency key. */
type Replayable = { readonly replayed: boolean };

export type StoredOutcome = Told<StoredAnswer> & Replayable;
/** Well formed, but waiting for somebody to release it. */
export type HeldOutcome = Told<HeldAnswer> & Replayable;
/** Readers and editors would see nothing new: no revision was made. */
export type UnchangedOutcome = Told<UnchangedAnswer> & Replayable;
/** What a change would come to; nothing was stored. */
export type Preview = Told<PreviewAnswer>;
/** A file that filled all its sections in one step. */
export type ImportedOutcome = Told<ImportedAnswer> & Replayable;
/** The same for a file of several sections; its own kind, since previews name one. */
export type ImportPreview = Omit<ImportPreviewAnswer, "status"> & {
  readonly kind: "import_preview";
};

/** Nothing was changed, and why. */
export type Refusal =
  | { readonly kind: "unknown_race" }
  | { readonly kind: "unknown_section"; readonly section: SourceName }
  | { readonly kind: "unknown_revision"; readonly n: number }
  | { readonly kind: "unknown_held"; readonly held: number }
  | {
      /** What was looked at isn't among what has waited under that number. */
      readonly kind: "held_changed";
      readonly held: number;
      /** SHA-256 of what waits now. */
      readonly body: string | null;
    }
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
