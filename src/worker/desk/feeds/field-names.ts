import { readCsv } from "../../../formats/text/csv.ts";
import { readXml } from "../../../formats/text/xml.ts";

/** Enough of a file to see its shape. JSON has to be read whole. */
const SCAN_CHARS = 256 * 1024;
const MAX_FIELDS = 300;
const MAX_NODES = 20_000;
const MAX_DEPTH = 8;
/** An object with more keys than this is a table keyed by names, not a record with fields. */
const MAX_KEYS = 60;

/**
 * The fields by which a reader finds its way in a file: the columns of a CSV, the paths of JSON
 * keys (`contests[].choices[].votes`), the elements and attributes of XML. Null where there is
 * nothing to tell apart (a zip, an empty file, broken JSON). Bounded: a strange file gives fewer
 * names, never a long wait.
 */
export function fieldNames(text: string): readonly string[] | null {
  const start = text.replace(/^\uFEFF/, "").slice(0, SCAN_CHARS);
  const first = start.trimStart().charAt(0);
  if (first === "" || start.includes("\0")) return null;
  if (first === "{" || first === "[") return jsonPaths(text);
  if (first === "<") return xmlNames(start);
  const columns = readCsv(start).header.cells.map((cell) => cell.trim());
  return listed(new Set(columns.filter((name) => name !== "")));
}

function jsonPaths(text: string): readonly string[] | null {
  const root = parse(text);
  if (root === undefined) return null;
  const names = new Set<string>();
  const queue = [{ value: root, path: "", depth: 0 }];
  // Level by level, so that what there is no room for lies deep.
  for (let i = 0; i < Math.min(queue.length, MAX_NODES) && names.size < MAX_FIELDS; i++) {
    const { value, path, depth } = queue[i] ?? { value: null, path: "", depth: MAX_DEPTH };
    if (typeof value !== "object" || value === null || depth >= MAX_DEPTH) continue;
    if (queue.length > MAX_NODES) continue;
    if (Array.isArray(value)) {
      const next = value.slice(0, MAX_NODES);
      queue.push(...next.map((item) => ({ value: item, path: `${path}[]`, depth: depth + 1 })));
      continue;
    }
    const entries = Object.entries(value);
    if (entries.length > MAX_KEYS) continue;
    for (const [key, child] of entries) {
      const here = path === "" ? key : `${path}.${key}`;
      names.add(here);
      queue.push({ value: child, path: here, depth: depth + 1 });
    }
  }
  return listed(names);
}

function xmlNames(start: string): readonly string[] | null {
  const names = new Set<string>();
  // A scan that stops in the middle of the file ends with a fault that says nothing about it.
  readXml(start, {
    open: ({ name, attributes }) => {
      if (names.size >= MAX_FIELDS) return;
      names.add(name);
      for (const attribute of Object.keys(attributes)) names.add(`${name}@${attribute}`);
    },
    close: () => undefined,
  });
  return listed(names);
}

function listed(names: ReadonlySet<string>): readonly string[] | null {
  return names.size === 0
    ? null
    : [...names].slice(0, MAX_FIELDS).map((name) => name.slice(0, 200));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
