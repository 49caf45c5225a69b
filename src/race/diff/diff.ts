import type { RaceDocument } from "../schema/document.ts";
import { labelOf, type Step } from "./diff-label.ts";
import { LISTS, namesIn, OTHER_LIST } from "./diff-lists.ts";
import type { ChangeValue, Item, List, Names } from "./list.ts";

/** One thing that readers would see differently; null is nothing. */
export type Change = {
  /** Field names and, in lists, what the item is: `polls.average.shares.handel.share`. */
  readonly path: string;
  /** The same in words: "Polls average, Handel". */
  readonly label: string;
  readonly before: ChangeValue;
  readonly after: ChangeValue;
};

/** They change with every publication, and no reader sees them. */
const UNSEEN = new Set([
  "schema",
  "revision",
  "publication",
  "updatedAt",
  "staleAfter",
  "next",
]) as ReadonlySet<string>;

/**
 * What readers would see change between two documents, in the order of the later one; for a
 * race that is new, everything. Items of lists are matched by what they are (a poll's id, a
 * candidate, a mode, a date), so moving one is no change. Compile both for the same moment:
 * `asOf`, and ages of polls with it, would differ otherwise. Linear in the size of the documents.
 */
export function diffDocuments(before: RaceDocument | null, after: RaceDocument): Change[] {
  const walk: Walk = { names: namesIn(after, before), changes: [] };
  compareFields(before ?? {}, after, null, UNSEEN, walk);
  return walk.changes;
}

type Walk = { readonly names: Names; readonly changes: Change[] };

function compare(before: unknown, after: unknown, step: Step, walk: Walk): void {
  if (before === after) return;
  if (isListOfItems(before) || isListOfItems(after)) {
    const list = LISTS.get(step.field ?? "") ?? OTHER_LIST;
    const was = byKey(before, list);
    const is = byKey(after, list);
    if (list.counted === undefined) compareItems(was, is, list, step, walk);
    else countItems(was, is, list.counted, step, walk);
  } else if (isItem(before) || isItem(after))
    compareFields(asItem(before), asItem(after), step, NOTHING, walk);
  else {
    const was = valueOf(before);
    const is = valueOf(after);
    if (was !== is) tell(step, was, is, walk);
  }
}

function compareFields(
  before: Item,
  after: Item,
  inside: Step | null,
  skip: ReadonlySet<string>,
  walk: Walk,
): void {
  for (const field of new Set([...Object.keys(after), ...Object.keys(before)]))
    if (!skip.has(field)) compare(before[field], after[field], { inside, field }, walk);
}

function compareItems(was: Items, is: Items, list: List, step: Step, walk: Walk): void {
  for (const key of new Set([...is.keys(), ...was.keys()])) {
    const before = was.get(key);
    const after = is.get(key);
    const item = after ?? before ?? {};
    const here: Step = { inside: step, key, name: list.name(item, walk.names) };
    if (list.say && (!before || !after))
      tell(
        here,
        before ? list.say(before, walk.names) : null,
        after ? list.say(after, walk.names) : null,
        walk,
      );
    else compareFields(before ?? {}, after ?? {}, here, new Set(list.skip), walk);
  }
}

/** Sixty points of a trend that shift a little are one thing to know. */
function countItems(was: Items, is: Items, what: string, step: Step, walk: Walk): void {
  const changed = [...is].filter(
    ([key, item]) => JSON.stringify(item) !== JSON.stringify(was.get(key)),
  ).length;
  const gone = [...was.keys()].filter((key) => !is.has(key)).length;
  if (changed + gone === 0) return;
  const many = (n: number) => `${n} ${what}${n === 1 ? "" : "s"}`;
  const before = was.size === 0 ? null : many(was.size);
  const after = is.size === 0 ? null : `${many(is.size)}, ${changed} new or changed`;
  tell(step, before, after, walk);
}

function tell(step: Step, before: ChangeValue, after: ChangeValue, walk: Walk): void {
  walk.changes.push({ path: pathOf(step), label: labelOf(step), before, after });
}

function pathOf(step: Step): string {
  const own = step.field ?? step.key;
  return step.inside === null ? own : `${pathOf(step.inside)}.${own}`;
}

type Items = ReadonlyMap<string, Item>;

function byKey(items: unknown, list: List): Items {
  const found = new Map<string, Item>();
  for (const [place, item] of (Array.isArray(items) ? items : []).entries()) {
    const key = list.key(item as Item, place);
    // The same thing twice is told apart by place, so that neither hides the other.
    found.set(found.has(key) ? `${key}#${place}` : key, item as Item);
  }
  return found;
}

const NOTHING: ReadonlySet<string> = new Set();

function isListOfItems(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asItem(value: unknown): Item {
  return isItem(value) ? value : {};
}

/** What isn't there and what is null look the same to a reader. */
function valueOf(value: unknown): ChangeValue {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : JSON.stringify(value);
  return typeof value === "object" ? JSON.stringify(value) : (value as ChangeValue);
}
