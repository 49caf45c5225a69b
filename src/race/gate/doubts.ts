import type { RaceData } from "../schema/data.ts";
import { countersOf } from "../sections/results/counters.ts";
import { WHOLE_CONTEST } from "../sections/results/source.ts";
import type { Finding, Place, Proposal } from "./doubt.ts";
import type { Reason } from "./reason.ts";
import { partOf, rowsOf } from "./rows.ts";
import type { Rule } from "./rules/index.ts";

/** A doubt in the making. */
type Open = {
  readonly section: Finding["section"];
  readonly scope: string;
  place: Place;
  parts: Set<string> | "all";
  /** Stated sums of what waits: readers get the sum of what they have instead. */
  readonly dropped: Set<string>;
  readonly reasons: Reason[];
};
/** By section and scope. */
export type Doubts = Map<string, Open>;

/** Nobody reads more of one kind; the last one says how many there were. */
const MAX_REASONS = 20;
/** With more than these in a section it is the file that is in doubt, not its numbers. */
const MAX_SCOPES = 20;

/** Adds what rules found to the doubts there are. */
export function collectDoubts(
  doubts: Doubts,
  found: readonly { readonly rule: Rule; readonly finding: Finding }[],
  { before: old, after }: Proposal,
): void {
  for (const { rule, finding } of found) {
    const { section, parts, place, path, message, before, after: is } = finding;
    const scope = finding.scope ?? (parts === "all" ? "all" : (parts[0] ?? "all"));
    const doubt = openDoubt(doubts, section, scope, place);
    if (parts === "all" || doubt.parts === "all") doubt.parts = "all";
    else for (const part of parts) doubt.parts.add(part);
    const values = {
      ...(before !== undefined && { before }),
      ...(is !== undefined && { after: is }),
    };
    if (!doubt.reasons.some((reason) => reason.rule === rule && reason.path === path))
      doubt.reasons.push({ rule, path, message, ...values });
  }
  for (const section of new Set([...doubts.values()].map((doubt) => doubt.section))) {
    const open = [...doubts.values()].filter((doubt) => doubt.section === section);
    if (open.length > MAX_SCOPES) mergeInto(doubts, open, "many");
  }
  addSums(doubts, old, after);
}

/** Lets every section that holds a doubt wait as a whole. */
export function doubtAll(doubts: Doubts, { before, after }: Proposal): void {
  for (const [section, open] of Map.groupBy([...doubts.values()], (doubt) => doubt.section)) {
    const all = mergeInto(doubts, open, "all");
    const fields = [...Object.keys(after.race), ...Object.keys(before?.race ?? {})];
    all.parts = section === "race" ? new Set(fields) : "all";
  }
}

/** The reasons of a doubt, few enough to be read. */
export function shorten(reasons: readonly Reason[]): readonly Reason[] {
  const shown = reasons.slice(0, MAX_REASONS);
  const last = shown.at(-1);
  const more = reasons.length - shown.length;
  if (!last || more === 0) return shown;
  return [...shown.slice(0, -1), { ...last, message: `${last.message}; and ${more} more like it` }];
}

function openDoubt(doubts: Doubts, section: Open["section"], scope: string, place: Place): Open {
  const key = JSON.stringify([section, scope]);
  const known = doubts.get(key);
  if (known) {
    known.place = common(known.place, place);
    return known;
  }
  const open = {
    section,
    scope,
    place,
    parts: new Set<string>(),
    dropped: new Set<string>(),
    reasons: [],
  };
  doubts.set(key, open);
  return open;
}

function mergeInto(doubts: Doubts, open: readonly Open[], scope: string): Open {
  const [first] = open;
  if (!first) throw new Error("nothing to merge");
  for (const doubt of open) doubts.delete(JSON.stringify([doubt.section, doubt.scope]));
  const merged = openDoubt(doubts, first.section, scope, first.place);
  for (const { place, parts, dropped, reasons } of open) {
    merged.place = common(merged.place, place);
    if (parts === "all" || merged.parts === "all") merged.parts = "all";
    else for (const part of parts) merged.parts.add(part);
    for (const part of dropped) merged.dropped.add(part);
    merged.reasons.push(...reasons);
  }
  return merged;
}

/** What two places have in common: `Cobb, votes` of two candidates there. */
function common(a: Place, b: Place): Place {
  const other: Readonly<Record<string, unknown>> = b;
  return Object.fromEntries(Object.entries(a).filter(([key, value]) => other[key] === value));
}

/**
 * A total that a file states holds the number in doubt, too. Where it is the sum of its areas, and
 * was so before, readers get the sum of what they have of each; else the old total.
 */
function addSums(doubts: Doubts, before: RaceData | null, after: RaceData): void {
  const open = [...doubts.values()].filter(({ section }) => section === "results");
  if (open.length === 0) return;
  const stated = new Set(
    rowsOf(after, "results")
      .filter((row) => row["area"] === WHOLE_CONTEST)
      .map((row) => partOf("results", row)),
  );
  if (stated.size === 0) return;
  const { sums } = sumsOfAreas(after);
  // An answer of zeros adds up, whatever it is to take the place of.
  for (const part of before ? sumsOfAreas(before).others : []) sums.delete(part);
  for (const doubt of open) {
    if (doubt.parts === "all") continue;
    const waiting = [...doubt.parts];
    for (const part of waiting) {
      const [round, measure] = [part.split(".")[0], part.split(".").at(-1)];
      const whole = `${round}.${WHOLE_CONTEST}.${measure}`;
      if (!stated.has(whole) || doubt.parts.has(whole)) continue;
      if (sums.has(whole)) doubt.dropped.add(whole);
      else doubt.parts.add(whole);
    }
  }
}

/** The stated totals that are the sum of their areas, for every candidate, and those that aren't. */
function sumsOfAreas({ results }: RaceData): {
  readonly sums: Set<string>;
  readonly others: ReadonlySet<string>;
} {
  const counts = results?.counts ?? [];
  const areas = countersOf({ counts: counts.filter(({ area }) => area !== WHOLE_CONTEST) });
  const totals = [...countersOf({ counts: counts.filter(({ area }) => area === WHOLE_CONTEST) })];
  const differs = totals.filter(([key, total]) => areas.get(key)?.value !== total.value);
  const wrong = new Set(
    differs.map(([, { round, measure }]) => `${round}.${WHOLE_CONTEST}.${measure}`),
  );
  const all = totals.map(([, { round, measure }]) => `${round}.${WHOLE_CONTEST}.${measure}`);
  return { sums: new Set(all.filter((part) => !wrong.has(part))), others: wrong };
}
