import type { RaceDocument } from "../../race/schema/document.ts";
import { encode } from "./fingerprint.ts";
import { METADATA_LIMIT_BYTES, type RaceMetadata } from "./keys.ts";
import { JSON_TYPE } from "./stored-value.ts";

/** What stands beside a race document in KV, at most 1,024 bytes of JSON: a long title is cut. */
export function raceMetadata(document: RaceDocument, etag: string): RaceMetadata {
  const { revision, updatedAt, status, next, title, electionDate, test } = document;
  const silence = document.quiet?.find(({ what, section }) => what === section);
  const quiet = silence && { quiet: { law: silence.law, to: silence.to } };
  const facts = { revision, updatedAt, status, next, title, electionDate, test, ...quiet };
  const whole: RaceMetadata = { etag, mediaType: JSON_TYPE, ...facts };
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
