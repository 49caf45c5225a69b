import type { SourceName } from "../../../race/check.ts";
import { fault, type ReadResult } from "../../../formats/text/faults.ts";
import { type FileOptions, NOTHING_SAID } from "../../../formats/format.ts";
import { readForRace } from "../../../formats/read-for-race.ts";
import { readRaceJson } from "../../../formats/topline/race-json.ts";
import type { BodySet } from "../storage/bodies.ts";

/** A body as the desk takes and gives it. */
export const OWN_JSON: FileOptions = { ...NOTHING_SAID, format: "json" };

type Body = NonNullable<BodySet[SourceName]>;

/**
 * What a file makes of a section of the race `id`, or every fault in it with its place.
 * @param areas names that its places have already
 */
export function readBody(
  section: SourceName,
  file: Uint8Array,
  {
    id,
    reading,
    areas,
  }: { readonly id: string; readonly reading: FileOptions; readonly areas: readonly string[] },
  race: BodySet["race"],
): ReadResult<Body> {
  if (section === "race") return readRaceJson(file, id, race);
  // Whoever has no race is told so before a file of theirs is read.
  if (race === null) return { ok: false, faults: [fault("there is no race.json yet")] };
  const read = readForRace({ ...reading, file, section, race, areas: [...new Set(areas)] });
  if (!read.ok) return read;
  const body = read.value.bodies[section];
  return body === undefined
    ? { ok: false, faults: [fault(`the file has nothing for ${section}`)] }
    : { ...read, value: body };
}
