import { z } from "zod";
import { fault, type Fault, type Place } from "./faults.ts";
import { type LocatedJson, parseLocatedJson } from "./json-position.ts";
import { MAX_COUNT } from "../match/count-tally.ts";

export const MAX_JSON_CHARS = 32 * 1024 * 1024;
/** Deeper than any format read here; what nests deeper would exhaust a parser's stack. */
const MAX_DEPTH = 64;
/** More faults than anyone mends before trying again. */
const MAX_FAULTS = 20;

/** A JSON file in the shape its format promises. */
export type JsonFile<T> = {
  readonly value: T;
  /** Where in the text the value at this path stands. Costs a second pass over the text. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
};

/** A count of people or precincts in a JSON file. */
export const jsonCount = z
  .int("must be a whole number")
  .min(0, "must be 0 or more")
  .max(MAX_COUNT, "is more than there are people");

/** Parses JSON text and guards its shape. Every fault has its line, column and path. */
export function readJson<T>(
  text: string,
  schema: z.ZodType<T>,
): JsonFile<T> | { readonly faults: readonly Fault[] } {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (body.length > MAX_JSON_CHARS)
    return { faults: [fault(`is larger than ${MAX_JSON_CHARS / 1024 / 1024} million characters`)] };
  if (isTooDeep(body)) return { faults: [fault(`nests more than ${MAX_DEPTH} deep`)] };
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    const located = parseLocatedJson(body);
    return {
      faults: ["fault" in located ? located.fault : fault(`not valid JSON: ${String(error)}`)],
    };
  }
  let located: LocatedJson | null = null;
  const placeOf = (path: readonly PropertyKey[]): Place => {
    const field = path.map(String).join(".");
    if (located === null) {
      const parsed = parseLocatedJson(body);
      if ("fault" in parsed) return { field };
      located = parsed;
    }
    return { ...located.at(field), field: field === "" ? null : field };
  };
  return guarded(value, schema, placeOf);
}

/** Guards the shape of a value whose places in its text are known. */
export function guarded<T>(
  value: unknown,
  schema: z.ZodType<T>,
  placeOf: JsonFile<T>["placeOf"],
): JsonFile<T> | { readonly faults: readonly Fault[] } {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, placeOf };
  const issues = parsed.error.issues.slice(0, MAX_FAULTS);
  return { faults: issues.map((issue) => fault(issue.message, placeOf(issue.path))) };
}

/**
 * An array of items that gives up at its first few bad ones: a file that is wrong throughout is
 * refused at once, and not after a fault for each of a million items.
 */
export function listOf<T>(item: z.ZodType<T>): z.ZodType<T[]> {
  return z.array(z.unknown()).transform((items, context) => {
    const good: T[] = [];
    let bad = 0;
    for (const [i, input] of items.entries()) {
      const parsed = item.safeParse(input);
      if (parsed.success) {
        good.push(parsed.data);
        continue;
      }
      for (const { message, path } of parsed.error.issues)
        context.addIssue({ code: "custom", message, path: [i, ...path], input });
      bad++;
      if (bad >= MAX_FAULTS) break;
    }
    return good;
  });
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (inString) {
      if (char === BACKSLASH) i++;
      else if (char === QUOTE) inString = false;
    } else if (char === QUOTE) inString = true;
    else if (char === BRACE || char === BRACKET) {
      depth++;
      if (depth > MAX_DEPTH) return true;
    } else if (char === BRACE_END || char === BRACKET_END) depth--;
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;
const BRACE_END = 0x7d;
const BRACKET = 0x5b;
const BRACKET_END = 0x5d;
