import type { RaceDocument } from "../../race/schema/document.ts";
import { encode } from "./fingerprint.ts";
import type { Fingerprints, RaceMetadata } from "./keys.ts";
import { METADATA_LIMIT_BYTES } from "./keys.ts";

/** What stands beside a race document in KV, at most 1,024 bytes of JSON: a long title is cut. */
export function raceMetadata(
  document: RaceDocument,
  etag: string,
  content: Fingerprints,
): RaceMetadata {
  const { revision, updatedAt, status, next, title, electionDate, test, publication } = document;
  const whole = {
    etag,
    revision,
    updatedAt,
    status,
    next,
    title,
    electionDate,
    test,
    publication,
    content,
  };
  const surplus = sizeOf(whole) - METADATA_LIMIT_BYTES;
  return surplus <= 0 ? whole : { ...whole, title: shorten(title, surplus) };
}

const ELLIPSIS = "…";

/** The title without at least `surplus` bytes of its JSON, cut between characters as people see them. */
function shorten(title: string, surplus: number): string {
  const graphemes = Array.from(new Intl.Segmenter().segment(title), ({ segment }) => segment);
  const target = sizeOf(title) - surplus;
  while (graphemes.length > 0 && sizeOf(graphemes.join("").trimEnd() + ELLIPSIS) > target) {
    graphemes.pop();
  }
  return graphemes.join("").trimEnd() + ELLIPSIS;
}

function sizeOf(value: unknown): number {
  return encode(JSON.stringify(value)).byteLength;
}
