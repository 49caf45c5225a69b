import type { SourceName } from "../../../race/check.ts";
import { revisionsSince } from "../storage/log.ts";
import type { Refusal } from "./outcome.ts";
import type { Turn } from "./take-turn.ts";
import { sectionTag, type Terms } from "./terms.ts";

/**
 * Why `If-Match` or `If-None-Match: *` forbids a change to a section; null where it doesn't.
 * `If-Match` compares strongly, and with the section's own tag: somebody else's work on another
 * section is no obstacle.
 */
export function precondition(
  { desk, current: { heads, bodies } }: Turn,
  section: SourceName,
  { ifMatch, mustBeNew }: Pick<Terms, "ifMatch" | "mustBeNew">,
): Refusal | null {
  const head = heads[section];
  const exists = head !== null && bodies[section] !== null;
  const isNew = !mustBeNew || !exists;
  const isKnown =
    ifMatch === null || (exists && (ifMatch === "*" || ifMatch.includes(sectionTag(head.n))));
  if (isNew && isKnown) return null;
  const known = Array.isArray(ifMatch) ? ifMatch.flatMap(revisionOf) : [];
  return {
    kind: "stale",
    section,
    current: exists ? head.n : null,
    missed: desk && known.length > 0 ? revisionsSince(desk.sql, section, Math.max(...known)) : [],
  };
}

function revisionOf(tag: string): number[] {
  const [, n] = /^(?:W\/)?"r(\d{1,9})"$/.exec(tag) ?? [];
  return n === undefined ? [] : [Number(n)];
}
