import type { SourceName } from "../../../race/check.ts";
import { partOf, type Row } from "../../../race/gate/rows.ts";
import { DEFINITIONS, type Section } from "../../../race/sections/index.ts";
import { mergeSource } from "../../../race/merge.ts";
import type { Action } from "../../../contract/desk/revisions.ts";
import type { Fault } from "../../../formats/text/faults.ts";
import type { BodyFile } from "../storage/body-file.ts";
import type { BodySet, Current } from "../storage/bodies.ts";
import type { Refusal } from "./outcome.ts";
import { readBody } from "./read-body.ts";
import type { ChangeRequest } from "./terms.ts";

/** A change that is ready to be judged. */
export type ProposedChange = {
  readonly race: string;
  readonly section: SourceName;
  readonly action: Action;
  readonly restores: number | null;
  /** What the section's body would be; null for none. */
  readonly body: BodySet[SourceName];
  /** What the body was read from, where the desk stores it already. */
  readonly stored: BodyFile | null;
  readonly warnings: readonly Fault[];
  /** The parts of its section that it speaks of, by the names that the gate has for them. */
  readonly mentions: ReadonlySet<string> | "all";
};

/** What a request's file would make of a section, or why it can't be read. */
export function propose({ bodies }: Current, wanted: ChangeRequest): ProposedChange | Refusal {
  const { race, section, action } = wanted;
  const base = { race, section, action, restores: null, stored: null, mentions: "all" } as const;
  if (section !== "race" && bodies.race === null) return { kind: "unknown_race" };
  if (action === "delete")
    return bodies[section] === null
      ? { kind: "unknown_section", section }
      : { ...base, body: null, warnings: [] };

  // Places are called what the section calls them already, unless all of it is replaced.
  const { file, reading } = wanted;
  const areas = action === "merge" ? (bodies.results?.counts ?? []).map((row) => row.area) : [];
  const read = readBody(section, file, { id: race, reading, areas }, bodies.race);
  if (!read.ok) return { kind: "faulty", faults: read.faults };
  const { value, warnings } = read;
  // race.json is no list of rows: adding to it is replacing it.
  if (action === "put" || section === "race")
    return { ...base, action: "put", body: value, warnings };
  return { ...base, ...merged(section, bodies, value), warnings };
}

/** A section with the rows of `patch` put in, and which of its parts these speak of. */
export function merged(
  section: Section,
  bodies: BodySet,
  patch: object,
): Pick<ProposedChange, "body"> & { readonly mentions: ReadonlySet<string> } {
  // The patch was read as this section's, so the two belong together.
  const body = mergeSource(section, bodies[section] as never, patch as never);
  return { body, mentions: new Set(rowsIn(patch, section).map((row) => partOf(section, row))) };
}

function rowsIn(source: object, section: Section): readonly Row[] {
  const lists: Readonly<Record<string, unknown>> = { ...source };
  return lists[DEFINITIONS[section].rows.list] as readonly Row[];
}
