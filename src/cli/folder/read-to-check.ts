import { FORMATS } from "../../formats/formats.ts";
import { type FileRead, type FileToRead, readForRace } from "../../formats/read-for-race.ts";
import { fault, type ReadResult } from "../../formats/text/faults.ts";

/**
 * Reads a file whose numbers are only shown. What a push has to say, source and time, may be left
 * out: the race's first source and now stand in for it, and a warning says so.
 * @param now ISO 8601 with its zone
 */
export function readToCheck(request: FileToRead, now: string): ReadResult<FileRead> {
  const source = request.source ?? request.race.sources[0]?.id ?? null;
  const said = readForRace({ ...request, source });
  const dated =
    said.ok || request.asOf !== null ? said : readForRace({ ...request, source, asOf: now });
  if (!dated.ok) return dated;
  const { own } = FORMATS[dated.value.format];
  const warnings = [
    ...(own === undefined && request.source === null
      ? [fault(`credited to ${source} for this check: a push needs --source`)]
      : []),
    ...(said.ok ? [] : [fault("doesn't say when its numbers were true: a push needs --as-of")]),
  ];
  return { ...dated, warnings: [...dated.warnings, ...warnings] };
}
