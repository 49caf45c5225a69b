import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Fault } from "./read-result.ts";

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
    const { line, column } = position(text, error?.offset ?? 0);
    const reason = error ? spaced(printParseErrorCode(error.error)) : "the file is empty";
    return { fault: { line, column, field: null, message: `not valid JSON: ${reason}` } };
  }
  return {
    value: JSON.parse(text),
    at: (path) => position(text, nearest(root, path.split("."))?.offset ?? 0),
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

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function spaced(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
