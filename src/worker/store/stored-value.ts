import type { Status } from "../../race/schema/document.ts";

export const JSON_TYPE = "application/json" as const;
export const CSV_TYPE = "text/csv; charset=utf-8" as const;
export type MediaType = typeof JSON_TYPE | typeof CSV_TYPE;

/** Ready-to-serve bytes. Plain data only, so that one isolate's requests can share it. */
export type StoredValue = {
  readonly body: ArrayBuffer;
  readonly mediaType: MediaType;
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
