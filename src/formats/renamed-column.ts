import { type FormatName, FORMATS, type KnownFormat } from "./formats.ts";
import type { FileLook } from "./look.ts";
import { nearestName } from "./sheet/nearest-name.ts";

/** A table may lack this many columns of a format's and still seem to be one of it. */
const MAX_MISSING = 2;
/** So many columns in common are no chance. */
const MIN_COMMON = 4;

type Near = { readonly format: KnownFormat; readonly missing: readonly string[] };

/**
 * What to say of a table that would be in a format of others, but for a column or two that have
 * another name: the format, what is missing, and which column may be it. Null where a format fits, or
 * none comes near.
 * @param name the format that people say it is
 */
export function renamedColumn(look: FileLook, name: FormatName | null): string | null {
  const { kind, columns } = look;
  const asked = Object.values(FORMATS).filter((one) => name === null || one.name === name);
  const others = asked.filter(({ own }) => own === undefined);
  if (kind !== "table" || others.some((one) => one.looksLike(look))) return null;
  const [nearest] = others
    .flatMap((one) => nearOf(one, columns))
    .toSorted((a, b) => a.missing.length - b.missing.length);
  if (nearest === undefined) return null;
  const { format, missing } = nearest;
  const known = new Set(format.tables?.flat());
  const unknown = [...columns].filter((column) => !known.has(column));
  const said = missing.map((column) => {
    const meant = likely(column, unknown);
    return meant === null ? column : `${column} (is that ${meant}?)`;
  });
  const verb = missing.length > 1 ? "are" : "is";
  return `looks like ${format.title}, but ${said.join(" and ")} ${verb} missing: give the column its name`;
}

function nearOf(format: KnownFormat, columns: FileLook["columns"]): readonly Near[] {
  return (format.tables ?? []).flatMap((required) => {
    const missing = required.filter((column) => !columns.has(column));
    const common = required.length - missing.length;
    const isNear = missing.length > 0 && missing.length <= MAX_MISSING && common >= MIN_COMMON;
    return isNear ? [{ format, missing }] : [];
  });
}

/** A column that may be the missing one: spelt much like it, or with its letters in their order. */
function likely(missing: string, columns: readonly string[]): string | null {
  const near = nearestName(missing, columns);
  const shortened = columns.find(
    (column) => isShortFor(missing, column) || isShortFor(column, missing),
  );
  return shortened ?? near;
}

/** `pct` is short for `percent`. */
function isShortFor(short: string, long: string): boolean {
  if (short.length >= long.length || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return short.at(-1) === long.at(-1);
}
