import { columnsOf, readCsv } from "./text/csv.ts";
import { isFecBulk } from "./fec/bulk.ts";
import { formOf } from "./fivethirtyeight/form.ts";
import type { Format } from "./formats.ts";
import type { CsvSection } from "./topline/section-csv.ts";

/** What a file is, by what is in it; `section` is known where our own formats say it. */
export type Detected = { readonly format: Format; readonly section: CsvSection | null };

/** Of a file's beginning, enough for the first line of any table and the root of any XML. */
const LOOKED_AT_CHARS = 100_000;

/** Columns that only one of our own files has together, whatever else is misspelt. */
const OWN_COLUMNS: Readonly<Record<CsvSection, readonly string[]>> = {
  polls: ["pollster", "source"],
  turnout: ["date", "mode", "ballots"],
  results: ["area", "measure", "value"],
  money: ["measure", "amount"],
};

const OWN_LISTS: readonly { readonly key: string; readonly sections: readonly CsvSection[] }[] = [
  { key: "polls", sections: ["polls"] },
  { key: "entries", sections: ["money"] },
  { key: "counts", sections: ["turnout", "results"] },
];

/** Tells a file's format by its content alone; null where it is none that is read. */
export function detect(text: string): Detected | null {
  const first = /[^\s\uFEFF]/.exec(text)?.[0];
  if (first === "<") return detectXml(text.slice(0, LOOKED_AT_CHARS));
  if (first === "{" || first === "[") return detectJson(text);
  return detectTable(text.slice(0, LOOKED_AT_CHARS));
}

function detectXml(start: string): Detected | null {
  const root = rootName(start);
  if (root === "ElectionResult") return outside("clarity-xml");
  return root === "ElectionReport" ? outside("nist-xml") : null;
}

/** The first element's name without its prefix, behind declarations and comments. */
function rootName(start: string): string | null {
  let at = start.indexOf("<");
  while (at >= 0 && (start[at + 1] === "?" || start[at + 1] === "!")) {
    const end = start.startsWith("<!--", at) ? start.indexOf("-->", at) : start.indexOf(">", at);
    at = end < 0 ? -1 : start.indexOf("<", end);
  }
  if (at < 0) return null;
  return /^<(?:[\w.-]{1,40}:)?([\w.-]{1,40})/.exec(start.slice(at, at + 100))?.[1] ?? null;
}

/** By keys rather than by parsing, so that a damaged file still gets its own format's faults. */
function detectJson(text: string): Detected | null {
  const has = (...names: readonly string[]) => names.every((name) => text.includes(`"${name}"`));
  // A JSON Schema names what it describes, and has nothing of it.
  if (has("$schema") && (has("definitions") || has("$defs"))) return null;
  if (has("ElectionResults.ElectionReport")) return outside("nist-json");
  if (has("results", "ballotItems")) return outside("sos-ga");
  if (has("results", "candidate_id", "receipts")) return outside("openfec");
  if (has("C", "CH", "V")) return outside("clarity-summary");
  const own = /^[\s\uFEFF]*\{\s*"(\w+)"\s*:\s*\[/.exec(text)?.[1];
  const list = OWN_LISTS.find(({ key }) => key === own);
  if (list === undefined) return null;
  const [first, second] = list.sections;
  const section =
    second === undefined ? first : has("measure") ? second : has("ballots") ? first : null;
  return { format: "json", section: section ?? null };
}

function detectTable(start: string): Detected | null {
  const [firstLine = ""] = /[^\r\n]+/.exec(start) ?? [];
  if (isFecBulk(firstLine)) return outside("fec-bulk");
  const columns = columnsOf(readCsv(start).header);
  const has = (names: readonly string[]) => names.every((name) => columns.has(name));
  if (formOf(columns) !== null) return outside("fivethirtyeight");
  if (has(["county", "office", "candidate", "votes"])) return outside("openelections");
  const sections = Object.entries(OWN_COLUMNS) as [CsvSection, readonly string[]][];
  const own = sections.find(([, names]) => has(names));
  return own ? { format: "csv", section: own[0] } : null;
}

function outside(format: Format): Detected {
  return { format, section: null };
}
