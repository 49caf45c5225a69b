import type { Section } from "../race/sections/index.ts";
import { FORMAT_NAMES, type FormatName, FORMATS, isFormat, type KnownFormat } from "./formats.ts";
import { type FileLook, lookAt } from "./look.ts";
import { renamedColumn } from "./renamed-column.ts";
import { type ReadResult, refused } from "./text/faults.ts";

/** Characters of a file in no known format that are shown. */
const MAX_SHOWN = 80;

/** Tells a file's format by its content alone; null where it is none that is read. */
export function detectFormat(text: string): FormatName | null {
  return formatOf(lookAt(text))?.name ?? null;
}

function formatOf(look: FileLook): KnownFormat | null {
  return Object.values(FORMATS).find((format) => format.looksLike(look)) ?? null;
}

/**
 * The format of a text: the one that was named, or else what its content says. Refused where
 * nobody says, and where the format has nothing for the section that is to be filled.
 */
export function chooseFormat(
  text: string,
  { format: name, section }: { readonly format: string | null; readonly section: Section | null },
): ReadResult<{ readonly format: KnownFormat; readonly look: FileLook }> {
  if (name !== null && !isFormat(name))
    return refused(
      `no format is called ${JSON.stringify(name)}: use one of ${FORMAT_NAMES.join(", ")}`,
    );
  const look = lookAt(text);
  const renamed = renamedColumn(look, name);
  if (renamed !== null) return refused(renamed, { line: 1 });
  const format = name === null ? (formatOf(look) ?? ours(look, section)) : FORMATS[name];
  if (format === null) {
    const line = headerBelow(text);
    return line === null ? refused(unknown(look)) : refused(LINES_ABOVE, { line });
  }
  if (section !== null && !format.sections.includes(section))
    return refused(
      `this is ${format.title} for ${format.sections.join(" and ")}, and was sent for ${section}`,
    );
  return { ok: true, value: { format, look }, warnings: [] };
}

/** Where only the section is known, a file is taken for our own, so that its faults are told. */
function ours({ kind }: FileLook, section: Section | null): KnownFormat | null {
  if (section === null || kind === "empty" || kind === "xml") return null;
  return kind === "json" ? FORMATS.json : FORMATS.csv;
}

const LINES_ABOVE =
  "looks like the header of a table, and other lines stand above it: take these out";
/** A title, a date and some empty lines stand above many a table, but no page of them. */
const MAX_ABOVE = 10;
/** Enough for any header. */
const LOOKED_AT_CHARS = 5000;

/** The line of a known format's header that has other lines above it; null where there is none. */
function headerBelow(text: string): number | null {
  let at = 0;
  for (let line = 2; line <= MAX_ABOVE; line += 1) {
    const end = /\r\n|\r|\n/g;
    end.lastIndex = at;
    const found = end.exec(text);
    if (found === null) return null;
    at = end.lastIndex;
    const below = lookAt(text.slice(at, at + LOOKED_AT_CHARS));
    if (below.kind !== "table") return null;
    const isHeader = /^[^\r\n]*\S/.test(text.slice(at, at + 1000));
    if (isHeader && formatOf(below) !== null) return line;
  }
  return null;
}

function unknown({ kind, firstLine }: FileLook): string {
  if (kind === "empty") return "the file is empty";
  const begins = firstLine.length > MAX_SHOWN ? `${firstLine.slice(0, MAX_SHOWN)}…` : firstLine;
  const titles = Object.values(FORMATS).map(({ title }) => title);
  return `the file is in no format that is known; it begins with: ${begins} — read are ${titles.join("; ")}`;
}
