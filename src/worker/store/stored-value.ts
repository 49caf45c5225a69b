import type { Status } from "../../race/schema/document.ts";

export const JSON_TYPE = "application/json" as const;
export const CSV_TYPE = "text/csv; charset=utf-8" as const;
export const HTML_TYPE = "text/html; charset=utf-8" as const;
export const CSS_TYPE = "text/css; charset=utf-8" as const;
export const ATOM_TYPE = "application/atom+xml; charset=utf-8" as const;
export const SVG_TYPE = "image/svg+xml" as const;
export const PNG_TYPE = "image/png" as const;
export const XML_TYPE = "text/xml; charset=utf-8" as const;
export const TEXT_TYPE = "text/plain; charset=utf-8" as const;
export type MediaType =
  | typeof JSON_TYPE
  | typeof CSV_TYPE
  | typeof HTML_TYPE
  | typeof CSS_TYPE
  | typeof ATOM_TYPE
  | typeof SVG_TYPE
  | typeof PNG_TYPE
  | typeof XML_TYPE
  | typeof TEXT_TYPE;

/** The law that forbids to show something, and until when it does. */
export type Quiet = { readonly law: string; readonly to: string };

/** Ready-to-serve bytes. Plain data only, so that one isolate's requests can share it. */
export type StoredValue = {
  readonly body: ArrayBuffer;
  readonly mediaType: MediaType;
  readonly etag: string;
  /** Where the race stood when this was published; null for what belongs to no one race. */
  readonly status: Status | null;
  /** Where a law forbids to show what older publications of the race may show. */
  readonly quiet?: Quiet | undefined;
};

/** What a read came to. `stale` is the last good copy, confirmed that many seconds ago. */
export type Lookup =
  | { readonly kind: "fresh"; readonly stored: StoredValue }
  | { readonly kind: "stale"; readonly stored: StoredValue; readonly seconds: number }
  | { readonly kind: "absent" }
  | { readonly kind: "unavailable" };
