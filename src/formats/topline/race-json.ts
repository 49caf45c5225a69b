import { visit } from "jsonc-parser";
import { z } from "zod";
import { checkRaceData, checkSource, newIssues } from "../../race/check.ts";
import type { Issue } from "../../race/checked.ts";
import type { RaceSource } from "../../race/schema/race.ts";
import { NO_SECTIONS } from "../../race/sections/index.ts";
import { decodeText } from "../text/decode.ts";
import { fault, type Fault, firstFaults, type ReadResult } from "../text/faults.ts";
import { FORMAT_NAMES, isFormat } from "../formats.ts";
import { readJson } from "../text/json.ts";

/**
 * Reads race.json, which must agree with itself; what its sections say is for others to check.
 * Every fault has its line and column.
 * @param known the race as the desk has it: what is wrong there already is only warned of
 * @param id what the race is called where it is sent to; null takes the file's word for it
 */
export function readRaceJson(
  file: Uint8Array | string,
  id: string | null = null,
  known: RaceSource | null = null,
): ReadResult<RaceSource> {
  const decoded = typeof file === "string" ? null : decodeText(file);
  if (decoded?.ok === false) return decoded;
  const text = decoded === null ? String(file) : decoded.value;
  const json = readJson(text, z.unknown());
  if ("faults" in json) return { ok: false, faults: json.faults };
  const repeated = repeatedKeys(text);
  const checked = checkSource("race", json.value);
  const placed = (all: readonly Issue[]) =>
    all.map(({ path, message }) => fault(message, json.placeOf(path.split("."))));
  const within = checked.ok ? issuesWithin(checked.value, id) : checked.issues;
  const issues = known ? newIssues(within, issuesWithin(known, id)) : within;
  if (checked.ok && issues.length === 0 && repeated.length === 0)
    return { ok: true, value: checked.value, warnings: placed(within) };
  return { ok: false, faults: firstFaults([...repeated, ...placed(issues)]) };
}

function issuesWithin(race: RaceSource, id: string | null): readonly Issue[] {
  const agreed = checkRaceData({ ...NO_SECTIONS, race });
  const disagreeing = agreed.ok ? [] : agreed.issues;
  return [
    ...(id === null || race.id === id ? [] : [wrongId(race.id, id)]),
    ...disagreeing.map(({ path, message }) => ({ path: path.replace(/^race\./, ""), message })),
    ...unknownFormats(race),
  ];
}

function wrongId(found: string, id: string): Issue {
  return { path: "id", message: `must be ${id}, the id in the address, found ${found}` };
}

/** A feed that nobody could read would fail only later, where few look. */
function unknownFormats({ feeds }: RaceSource): readonly Issue[] {
  const message = `must be one of ${FORMAT_NAMES.join(", ")}`;
  return feeds.flatMap(({ format }, i) =>
    isFormat(format) ? [] : [{ path: `feeds.${i}.format`, message: `${message}, found ${format}` }],
  );
}

/** More than anyone mends before trying again. */
const MAX_REPEATED = 100;

/** Of a key that stands twice in one object JSON keeps the last only: a list typed in a second time. */
function repeatedKeys(text: string): readonly Fault[] {
  const faults: Fault[] = [];
  const objects: Map<string, number>[] = [];
  visit(text.replace(/^\uFEFF/, ""), {
    onObjectBegin: () => void objects.push(new Map()),
    onObjectEnd: () => void objects.pop(),
    onObjectProperty: (name, _offset, _length, startLine, startCharacter) => {
      const keys = objects.at(-1);
      const before = keys?.get(name);
      if (before === undefined) keys?.set(name, startLine + 1);
      else if (faults.length < MAX_REPEATED) {
        const place = { line: startLine + 1, column: startCharacter + 1, field: name };
        faults.push(fault(`stands on line ${before} already: put the two together`, place));
      }
    },
  });
  return faults;
}
