import type { RaceData } from "../schema/data.ts";
import type { Patch } from "./doubt.ts";
import { fieldOf, withField } from "./fields.ts";
import { partOf, replaceParts, type Row, rowsOf, withRows } from "./rows.ts";

/** What a change would do to some parts of a body: `data` is what the race would become. */
export function patchOf(
  data: RaceData,
  section: Patch["section"],
  parts: readonly string[] | "all",
): Patch {
  if (section === "race") {
    const fields = parts === "all" ? [] : parts;
    return {
      kind: "fields",
      section,
      fields: fields.map((path) => {
        const value = fieldOf(data.race, path);
        return value === undefined ? { path } : { path, value };
      }),
    };
  }
  if (parts === "all")
    return { kind: "rows", section, parts, rows: data[section] && rowsOf(data, section) };
  const wanted = new Set(parts);
  const rows = rowsOf(data, section).filter((row) => wanted.has(partOf(section, row)));
  return { kind: "rows", section, parts, rows };
}

/** A race with a patch put in, whatever else has changed since the patch was made. */
export function applyPatch(data: RaceData, patch: Patch): RaceData {
  if (patch.kind === "fields") {
    const race = patch.fields.reduce(
      (was, { path, value }) => withField(was, path, value),
      data.race,
    );
    return { ...data, race };
  }
  const { section, parts } = patch;
  const rows = patch.rows as readonly Row[] | null;
  if (parts === "all" || rows === null) return withRows(data, section, rows);
  const replaced = replaceParts(section, rowsOf(data, section), new Set(parts), rows);
  return withRows(data, section, replaced);
}
