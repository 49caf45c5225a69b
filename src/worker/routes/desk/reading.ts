import { bodyLimit } from "hono/body-limit";
import { type FileQuery, MAX_BODY_BYTES } from "../../../contract/desk/files.ts";
import { type FileOptions, NOTHING_SAID } from "../../../formats/format.ts";
import type { FormatName } from "../../../formats/formats.ts";
import { deskProblem } from "../../http/problem.ts";

/** Bodies of a size that a desk takes. */
export const bodyOfDesk = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => deskProblem("too_large", `A body may have ${MAX_BODY_BYTES} bytes, 5 MB.`),
});

/** Media types of our own two forms; under any other, what is inside tells. */
const OWN_TYPES: ReadonlyMap<string, FormatName> = new Map([
  ["", "json"],
  ["text/plain", "json"],
  ["application/json", "json"],
  ["text/csv", "csv"],
]);

/**
 * What a request says of its file.
 * @param contentType null where the file's own content tells what it is
 */
export function readingOf(query: FileQuery, contentType: string | null): FileOptions {
  const { format, source, contest, sheet, as_of, round, populations, population } = query;
  const { dates, decimal, encoding } = query;
  const mediaType = contentType?.split(";")[0]?.trim().toLowerCase() ?? null;
  return {
    format: format ?? (mediaType === null ? null : (OWN_TYPES.get(mediaType) ?? null)),
    source: source ?? null,
    contest: contest ?? null,
    sheet: sheet ?? null,
    asOf: as_of ?? null,
    round: round ?? NOTHING_SAID.round,
    populations: populations ?? NOTHING_SAID.populations,
    population: population ?? null,
    dates: dates ?? null,
    decimal: decimal ?? null,
    encoding: encoding ?? null,
  };
}
