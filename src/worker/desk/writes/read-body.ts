import type { SourceName } from "../../../race/check.ts";
import type { Population } from "../../../race/sections/polls/source.ts";
import { fault, type ReadResult } from "../../../formats/text/faults.ts";
import { readForRace } from "../../../formats/read-for-race.ts";
import { readRaceJson } from "../../../formats/topline/race-json.ts";
import type { BodySet } from "../storage/bodies.ts";

/** What is said about a file beside what is inside it. */
export type Reading = {
  /** A format's name; null looks inside. */
  readonly format: string | null;
  /** Id of the source to credit, for files that don't name one of the race's. */
  readonly source: string | null;
  /** Key or title of the contest, for a file that holds several. */
  readonly contest: string | null;
  /** When its numbers were true, for a file that doesn't say. */
  readonly asOf: string | null;
  /** The round that a results file counts. */
  readonly round: number;
  /** Whether a survey that asked several populations gives one poll or one for each. */
  readonly populations: "all" | "one";
  /** Takes only polls of this population; null takes any. */
  readonly population: Population | null;
};

/** A body as the desk takes and gives it. */
export const OWN_JSON: Reading = {
  format: "json",
  source: null,
  contest: null,
  asOf: null,
  round: 1,
  populations: "all",
  population: null,
};

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
  }: { readonly id: string; readonly reading: Reading; readonly areas: readonly string[] },
  race: BodySet["race"],
): ReadResult<Body> {
  if (section === "race") return readRaceJson(file, id);
  // Whoever has no race is told so before a file of theirs is read.
  if (race === null) return { ok: false, faults: [fault("there is no race.json yet")] };
  const read = readForRace({ ...reading, file, section }, race, [...new Set(areas)]);
  if (!read.ok) return read;
  const { section: filled, source } = read.value;
  const { population } = reading;
  if (filled !== "polls" || population === null) return { ...read, value: source };
  const polls = source.polls.filter((poll) => poll.population === population);
  const others = source.polls.length - polls.length;
  const count = others === 1 ? "1 poll" : `${others} polls`;
  const said = `left out: ${count} of other populations than ${population}`;
  return {
    ...read,
    value: { polls },
    warnings: others === 0 ? read.warnings : [...read.warnings, fault(said)],
  };
}
