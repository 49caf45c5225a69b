import { detect } from "./detect.ts";
import { fault, type ReadResult } from "./text/faults.ts";
import { FORMATS, isFormat, type Format } from "./formats.ts";
import type { CsvSection } from "./topline/section-csv.ts";

/** How a file is to be read, and into what. */
export type Kind = { readonly format: Format; readonly section: CsvSection };

/**
 * The format and section of a text: what was said about it, or else what its content says. Refused
 * where the two contradict each other, and where nobody says.
 */
export function kindOf(
  text: string,
  said: { readonly format?: string | null; readonly section?: CsvSection | null },
): ReadResult<Kind> {
  const { format: name = null, section: wanted = null } = said;
  if (name !== null && !isFormat(name)) {
    return refused(
      `no format is called ${JSON.stringify(name)}: use one of ${Object.keys(FORMATS).join(", ")}`,
    );
  }
  const found = detect(text);
  const format = name ?? found?.format ?? fallback(text, wanted);
  if (format === null) return refused(unknown(text));
  const fills = FORMATS[format].section ?? (found?.format === format ? found.section : null);
  const section = wanted ?? fills;
  if (section === null) {
    return refused("the file may be of several sections: say which it is for");
  }
  if (fills !== null && fills !== section) {
    return refused(`this is ${FORMATS[format].title} for ${fills}, and was sent for ${section}`);
  }
  return { ok: true, value: { format, section }, warnings: [] };
}

/** A file that nothing is told of but its section is taken for our own, so that its faults are said. */
function fallback(text: string, wanted: CsvSection | null): Format | null {
  if (wanted === null) return null;
  const first = /[^\s\uFEFF]/.exec(text)?.[0];
  if (first === "{" || first === "[") return "json";
  return first === undefined || first === "<" ? null : "csv";
}

function unknown(text: string): string {
  const [line = ""] = /\S[^\r\n]*/.exec(text) ?? [];
  if (line === "") return "the file is empty";
  const begins = line.length > 80 ? `${line.slice(0, 80)}…` : line;
  const titles = Object.values(FORMATS).map(({ title }) => title);
  return `the file is in no format that is known; it begins with: ${begins} — read are ${titles.join("; ")}`;
}

function refused(message: string): ReadResult<Kind> {
  return { ok: false, faults: [fault(message)] };
}
