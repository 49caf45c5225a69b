import { readersTables } from "../../../formats/topline/section-csv.ts";
import type { Compiled } from "../../../race/compile/compile-race.ts";
import { SOURCE_NAMES, type SourceName } from "../../../race/check.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import { encode } from "../../store/fingerprint.ts";
import { KV_VALUE_LIMIT_BYTES } from "../../store/keys.ts";
import type { Current } from "../storage/bodies.ts";

/**
 * Nothing that readers get is larger than this many times the bodies that it is made of: a race of
 * smaller bodies needn't be measured.
 */
const LARGEST_GROWTH = 100;
/** What the document gains when it is published: numbers, times, corrections told by revisions. */
const ROOM_FOR_STAMPS_BYTES = 1024 * 1024;

/** Something that would be larger than its store takes. */
export type TooLarge = { readonly what: string; readonly bytes: number; readonly limit: number };

/**
 * The first thing of a changed race that could not be published, or not be handed on; null where
 * everything fits. What can't be published must not be stored: it would stand in the way of every
 * later publication.
 * @param compiled what readers would get
 * @param changed the section that changes, and the length of its new body
 */
export function tooLarge(
  compiled: Compiled,
  data: RaceData,
  heads: Current["heads"],
  changed: { readonly section: SourceName; readonly bytes: number },
): TooLarge | null {
  const bodies = SOURCE_NAMES.map((name) =>
    name === changed.section ? changed.bytes : (heads[name]?.bytes ?? 0),
  );
  const all = bodies.reduce((sum, bytes) => sum + bytes, 0);
  if (all * LARGEST_GROWTH < KV_VALUE_LIMIT_BYTES - ROOM_FOR_STAMPS_BYTES) return null;
  const { section, bytes } = changed;
  return (
    first([{ what: `${section} as the desk would keep it`, bytes }], 0) ?? partOf(compiled, data)
  );
}

function partOf({ document, sections }: Compiled, data: RaceData): TooLarge | null {
  const jsons = Object.entries(sections).map(([name, body]) => ({
    what: `${name} as readers would get it`,
    bytes: sizeOf(JSON.stringify(body)),
  }));
  const tables = Object.entries(readersTables(sections, data.race)).map(([name, table]) => ({
    what: `the table of ${name} as readers would get it`,
    bytes: sizeOf(table ?? ""),
  }));
  const race = {
    what: "the race as readers would get it",
    bytes: sizeOf(JSON.stringify(document)),
  };
  return first([...jsons, ...tables, race], ROOM_FOR_STAMPS_BYTES);
}

function first(sizes: readonly Omit<TooLarge, "limit">[], room: number): TooLarge | null {
  const limit = KV_VALUE_LIMIT_BYTES - room;
  const found = sizes.find(({ bytes }) => bytes > limit);
  return found === undefined ? null : { ...found, limit };
}

function sizeOf(text: string): number {
  return encode(text).byteLength;
}
