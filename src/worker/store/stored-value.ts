import type { Status } from "../../race/schema/document.ts";

/** Ready-to-serve bytes. Plain data only, so that one isolate's requests can share it. */
export type StoredValue = {
  readonly body: ArrayBuffer;
  readonly etag: string;
  /** Where the race stood when this was published; null for what belongs to no one race. */
  readonly status: Status | null;
};

/** What a read came to. `stale` is the last good copy, confirmed that many seconds ago. */
export type Lookup =
  | { readonly kind: "fresh"; readonly stored: StoredValue }
  | { readonly kind: "stale"; readonly stored: StoredValue; readonly seconds: number }
  | { readonly kind: "absent" }
  | { readonly kind: "unavailable" };
