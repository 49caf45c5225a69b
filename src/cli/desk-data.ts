import { SOURCE_NAMES, type SourceName } from "../race/check.ts";
import { readStoredBody } from "../race/migrate/stored-body.ts";
import type { RaceData } from "../race/schema/data.ts";
import type { DeskSources } from "./client/source-client.ts";
import { CliProblem } from "./problem.ts";

/** What a desk holds, parsed: null for a section, or the race, that isn't there. */
export type DeskData = { readonly [N in SourceName]: RaceData[N] | null };

/** Parses a desk's bodies. Problem `refused` where this command is older than the Worker. */
export function readDeskData(sources: DeskSources): DeskData {
  return Object.fromEntries(
    SOURCE_NAMES.map((name) => {
      const source = sources[name];
      return [
        name,
        source && readDeskBody(name, JSON.parse(new TextDecoder().decode(source.body))),
      ];
    }),
  ) as DeskData;
}

export function readDeskBody<N extends SourceName>(
  name: N,
  content: unknown,
): NonNullable<RaceData[N]> {
  const checked = readStoredBody(name, content);
  if (checked.ok) return checked.value;
  const [issue] = checked.issues;
  throw new CliProblem(
    "refused",
    `this command doesn't understand the desk's ${name} (${issue?.path}: ${issue?.message}): use the version of topline that the Worker was deployed from`,
  );
}

/** A race's data as the rules want it; null while it has no race.json. */
export function asRaceData(data: DeskData): RaceData | null {
  return data.race === null ? null : { ...data, race: data.race };
}
