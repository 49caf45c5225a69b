import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Fault } from "./faults.ts";

const STRICT = { disallowComments: true, allowTrailingComma: false };

/** A parsed JSON text that can say where in the text each of its values stands. */
export type LocatedJson = {
  readonly value: unknown;
  /** The line and column, from 1, of the value at a path like `candidates.0.id`. */
  readonly at: (path: string) => { readonly line: number; readonly column: number };
};

/** Parses JSON, or says where it stops being JSON. */
export function parseLocatedJson(text: string): LocatedJson | { readonly fault: Fault } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  const [error] = errors;
  if (error || !root) {
    const { line, column } = positionIn(lineStarts(text), error?.offset ?? 0);
    const reason = error ? spaced(printParseErrorCode(error.error)) : "the file is empty";
    return { fault: { line, column, field: null, message: `not valid JSON: ${reason}` } };
  }
  const starts = lineStarts(text);
  return {
    value: JSON.parse(text),
    at: (path) => positionIn(starts, nearest(root, path.split("."))?.offset ?? 0),
  };
}

/** A missing field has no place of its own; its nearest parent has. */
function nearest(root: Node, path: readonly string[]): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const keys = path.slice(0, length).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const node = findNodeAtLocation(root, keys);
    if (node) return node;
  }
  return root;
}

/** The offset at which each line begins: finding a position then needs no pass over the text. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
}

function positionIn(starts: readonly number[], offset: number): { line: number; column: number } {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function spaced(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
