import { LANGUAGES } from "../../wording/languages.ts";
import { DEFINITIONS } from "../sections/index.ts";

/** A place in the document: a field, or an item of a list, inside another place. */
export type Step =
  | { readonly inside: Step | null; readonly field: string; readonly key?: never }
  | {
      readonly inside: Step | null;
      readonly field?: never;
      readonly key: string;
      readonly name: string;
    };

/** Words for fields whose own name isn't one; empty where the label says enough without. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["asOf", "as of"],
  ["candidates", ""],
  ["corrections", "correction"],
  ["modes", ""],
  ["sources", "source"],
  ...Object.values(DEFINITIONS).flatMap(({ words }) => Object.entries<string>(words)),
]);

const LANGUAGE_NAMES = new Intl.DisplayNames("en", { type: "language" });

/** A place in words: fields follow each other, items stand between commas. "Polls average, Handel" */
export function labelOf(step: Step): string {
  const label = phrase(step);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function phrase(step: Step): string {
  const before = step.inside === null ? "" : phrase(step.inside);
  const own = step.field === undefined ? step.name : wordOf(step);
  if (own === "") return before;
  if (before === "") return own;
  const follows = step.field !== undefined && step.inside?.field !== undefined;
  return `${before}${follows ? " " : ", "}${own}`;
}

function wordOf({ field, inside }: Extract<Step, { readonly field: string }>): string {
  // The list of candidates at the top says who they are, the others say of whom a number is.
  if (inside === null && field === "candidates") return "candidate";
  // "Polls average, Handel" is the share; low and high say that they aren't.
  if (field === "share" && inside?.inside?.field === "shares") return "";
  if (field in LANGUAGES) return `in ${LANGUAGE_NAMES.of(field)}`;
  return WORDS.get(field) ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
