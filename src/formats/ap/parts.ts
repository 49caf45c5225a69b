import type { FileParts } from "../format.ts";
import type { ReadResult } from "../text/faults.ts";
import { readJson } from "../text/json.ts";
import { repeatedKey } from "../text/repeated-key.ts";
import { apAnswer } from "./answer.ts";

/**
 * An answer as one small answer for each contest, by the contest's key; and where to ask for what
 * changes next. An answer without contests says that nothing has changed.
 */
export function apParts(text: string): ReadResult<FileParts> {
  const file = readJson(text, apAnswer);
  if ("faults" in file) return { ok: false, faults: file.faults };
  const repeated = repeatedKey(text);
  if (repeated !== null) return { ok: false, faults: [repeated] };
  const { races, nextrequest, ...around } = file.value;
  return {
    ok: true,
    value: {
      next: nextrequest ?? null,
      parts: new Map(
        [...Map.groupBy(races, ({ raceID }) => raceID)].map(([key, same]) => [
          key,
          JSON.stringify({ ...around, races: same }),
        ]),
      ),
    },
    warnings: [],
  };
}

/** Parts put together again into one answer. */
export function joinApParts(parts: readonly string[]): string {
  const answers = parts.map((part) => JSON.parse(part) as { readonly races: readonly unknown[] });
  return JSON.stringify({ ...answers.at(-1), races: answers.flatMap(({ races }) => races) });
}
