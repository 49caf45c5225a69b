import type { Candidate } from "../../race/schema/race-facts.ts";

/** Whom a file's name means; or why it can't be told, with what to do about it. */
export type CandidateMatch =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: "unknown" | "ambiguous"; readonly message: string };

/** The part of a candidate that names are compared with. */
export type Nameable = Pick<Candidate, "id" | "name" | "shortName" | "aliases">;

/**
 * Finds the candidate that `name` names. Case, accents, punctuation and endings such as `(I)` or
 * `(Rep)` don't matter, and `HANDEL, KAREN` is Karen Handel. In this order: the id itself; the full
 * name or an alias; the short or last name, where the file gives no more; first and last name with
 * a middle name or initial that only one side gives. One candidate must fit: nothing is guessed.
 */
export function matchCandidate(name: string, candidates: readonly Nameable[]): CandidateMatch {
  const index = indexOf(candidates);
  const known = index.matches.get(name);
  if (known !== undefined) return known;
  const match = find(name, candidates, index.entries);
  index.matches.set(name, match);
  return match;
}

type Entry = {
  readonly id: string;
  readonly full: ReadonlySet<string>;
  readonly short: ReadonlySet<string>;
  readonly names: readonly (readonly string[])[];
};
type Index = { readonly entries: readonly Entry[]; readonly matches: Map<string, CandidateMatch> };

/** A results file names the same few candidates thousands of times. */
const indexes = new WeakMap<readonly Nameable[], Index>();

function indexOf(candidates: readonly Nameable[]): Index {
  const kept = indexes.get(candidates);
  if (kept !== undefined) return kept;
  const entries = candidates.map((c) => {
    const names = [c.name, ...c.aliases].map(nameWords);
    return {
      id: c.id,
      full: new Set([c.id, c.name, ...c.aliases].map((n) => nameWords(n).join(" "))),
      short: new Set([nameWords(c.shortName).join(" "), lastName(nameWords(c.name))]),
      names,
    };
  });
  const index = { entries, matches: new Map<string, CandidateMatch>() };
  indexes.set(candidates, index);
  return index;
}

function find(
  name: string,
  candidates: readonly Nameable[],
  entries: readonly Entry[],
): CandidateMatch {
  if (candidates.some((c) => c.id === name)) return { ok: true, id: name };
  const words = name.length > MAX_NAME_LENGTH ? [] : nameWords(name);
  const key = words.join(" ");
  const tests: readonly ((entry: Entry) => boolean)[] = [
    (entry) => entry.full.has(key),
    (entry) => entry.short.has(key),
    (entry) => entry.names.some((known) => sameButMiddle(known, words)),
  ];
  const shown = JSON.stringify(name.trim().slice(0, MAX_NAME_LENGTH));
  for (const fits of key === "" ? [] : tests) {
    const found = entries.filter(fits);
    const [only] = found;
    if (found.length === 1 && only) return { ok: true, id: only.id };
    if (found.length > 1) {
      const ids = found.map((entry) => entry.id).join(" or ");
      const message = `${shown} could be ${ids}: use the candidate's id`;
      return { ok: false, reason: "ambiguous", message };
    }
  }
  const ids = candidates.map((c) => c.id).join(", ");
  const message = `no candidate of this race is named ${shown}: use one of ${ids}, or add the name to that candidate's "aliases" in race.json`;
  return { ok: false, reason: "unknown", message };
}

const GENERATIONS = new Set(["jr", "sr", "ii", "iii", "iv"]);
const TITLES = new Set(["mr", "mrs", "ms", "dr"]);
const OFFICES = new Set(["rep", "sen", "gov", "hon"]);

/** No name that a race can hold is longer, and matching costs more than the name's length. */
const MAX_NAME_LENGTH = 300;

/** The words of a name in one form: `O’CONNOR, Danny (I) (Dem)` is `danny`, `oconnor`. */
export function nameWords(name: string): readonly string[] {
  const bare = name.replace(/(\s*\([^()]*\))+\s*$/, "");
  const [last = "", ...first] = bare.split(",");
  const turned = isGeneration(first.join(""))
    ? `${last} ${first.join("")}`
    : `${first.join(" ")} ${last}`;
  const words = turned
    .normalize("NFKD")
    .replace(/[\p{M}'’‘`.*]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const end = words.length - 1;
  return words.filter(
    (word, i) => i === end || !(TITLES.has(word) || (i === 0 && OFFICES.has(word))),
  );
}

function isGeneration(text: string): boolean {
  return GENERATIONS.has(text.replace(/[^A-Za-z]/g, "").toLowerCase());
}

function withoutGeneration(words: readonly string[]): readonly string[] {
  return words.filter((word, i) => i === 0 || !GENERATIONS.has(word));
}

function lastName(words: readonly string[]): string {
  return withoutGeneration(words).at(-1) ?? "";
}

/** Karen Handel is Karen C. Handel and Karen Christine Handel; Karen B. is not Karen C. */
function sameButMiddle(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [withoutGeneration(a), withoutGeneration(b)];
  if (x.length < 2 || y.length < 2 || x[0] !== y[0] || x.at(-1) !== y.at(-1)) return false;
  const generations = [a, b].map((words) => words.find((w, i) => i > 0 && GENERATIONS.has(w)));
  if (generations[0] && generations[1] && generations[0] !== generations[1]) return false;
  const [p, q] = [x.slice(1, -1), y.slice(1, -1)];
  return p.every((word, i) => {
    const other = q[i];
    return other === undefined || word.startsWith(other) || other.startsWith(word);
  });
}

/** A candidate's cell: an id; null for an empty cell; or the fault of a name nobody has. */
export function candidateCell(
  cell: string,
  candidates: readonly Nameable[],
): {
  readonly id: string | null;
  readonly faults: readonly { readonly column: string; readonly message: string }[];
} {
  if (cell === "") return { id: null, faults: [] };
  const match = matchCandidate(cell, candidates);
  return match.ok
    ? { id: match.id, faults: [] }
    : { id: null, faults: [{ column: "candidate", message: match.message }] };
}
