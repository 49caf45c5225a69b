import { checkSource, type SourceName } from "../../race/check.ts";
import type { Issue } from "../../race/checked.ts";
import { fault } from "../../formats/fault.ts";
import { parseLocatedJson } from "../../formats/json-position.ts";
import type { ReadResult } from "../../formats/read-result.ts";
import type { BodySet } from "./bodies.ts";
import type { Change } from "./terms.ts";

type Body = NonNullable<BodySet[SourceName]>;

/** Reads one body as JSON, in the shape that reading the desk gives it back. Every fault has its place. */
export function readJsonBody(section: SourceName, file: Uint8Array): ReadResult<Body> {
  const text = new TextDecoder().decode(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, faults: placed([], text) };
  }
  const checked = checkSource(section, value);
  if (checked.ok) return { ok: true, value: checked.value, warnings: [] };
  return { ok: false, faults: placed(checked.issues, text) };
}

export function readBody(wanted: Change, _race: BodySet["race"]): ReadResult<Body> {
  return readJsonBody(wanted.section, wanted.file);
}

/** Issues with the line and column of what they speak of. */
function placed(issues: readonly Issue[], text: string) {
  const json = parseLocatedJson(text);
  if ("fault" in json) return [json.fault];
  return issues.map(({ path, message }) => fault(message, { ...json.at(path), field: path }));
}
