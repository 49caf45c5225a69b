import { columnsOf, readCsv } from "./text/csv.ts";

/** Of a file's beginning, enough for the first line of any table and the root of any XML. */
const LOOKED_AT_CHARS = 100_000;

/** What tells a file's format. It is gathered once, whatever the number of formats. */
export type FileLook = {
  /** What a file of no known format is taken for. */
  readonly kind: "empty" | "xml" | "json" | "table";
  /** Its first line that isn't blank. */
  readonly firstLine: string;
  /** XML's first element, without its prefix, behind declarations and comments. */
  readonly root: string | null;
  /** Whether JSON has all of these keys somewhere. Nothing is parsed, so that damage may follow. */
  readonly hasKeys: (...keys: readonly string[]) => boolean;
  /** The key of a JSON object that begins with a list. */
  readonly list: string | null;
  /** A table's columns by their names in one form (`headerName`). */
  readonly columns: ReadonlySet<string>;
};

export function lookAt(text: string): FileLook {
  const start = text.slice(0, LOOKED_AT_CHARS);
  const [firstLine = ""] = /[^\s\uFEFF][^\r\n]*/.exec(text) ?? [];
  const kind = kindOf(firstLine[0]);
  return {
    kind,
    firstLine,
    root: kind === "xml" ? rootOf(start) : null,
    hasKeys: (...keys) => kind === "json" && !isSchema(text) && hasKeys(text, keys),
    list: kind === "json" ? (/^[\s\uFEFF]*\{\s*"(\w+)"\s*:\s*\[/.exec(text)?.[1] ?? null) : null,
    columns: new Set(kind === "table" ? columnsOf(readCsv(start).header).keys() : []),
  };
}

function kindOf(first: string | undefined): FileLook["kind"] {
  if (first === undefined) return "empty";
  if (first === "<") return "xml";
  return first === "{" || first === "[" ? "json" : "table";
}

function rootOf(start: string): string | null {
  let at = start.indexOf("<");
  while (at >= 0 && (start[at + 1] === "?" || start[at + 1] === "!")) {
    const end = start.startsWith("<!--", at) ? start.indexOf("-->", at) : start.indexOf(">", at);
    at = end < 0 ? -1 : start.indexOf("<", end);
  }
  if (at < 0) return null;
  return /^<(?:[\w.-]{1,40}:)?([\w.-]{1,40})/.exec(start.slice(at, at + 100))?.[1] ?? null;
}

function hasKeys(text: string, keys: readonly string[]): boolean {
  return keys.every((key) => text.includes(`"${key}"`));
}

/** A JSON Schema names what it describes, and has nothing of it. */
function isSchema(text: string): boolean {
  return hasKeys(text, ["$schema"]) && ["definitions", "$defs"].some((key) => hasKeys(text, [key]));
}
