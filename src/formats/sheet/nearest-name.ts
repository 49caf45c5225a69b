/** Longer names than any of ours aren't compared. */
const MAX_LENGTH = 40;

/** A shorter name has too many others one letter away. */
const SHORTEST = 4;
/** Two letters that change places are two wrong ones. */
const LONG = 6;

/** The known name with the fewest letters to change; null where none is like it. */
export function nearestName(name: string, known: readonly string[]): string | null {
  if (name.length > MAX_LENGTH) return null;
  let best: string | null = null;
  let least = Math.ceil(name.length / 2);
  for (const candidate of known) {
    const changes =
      name.startsWith(candidate) || candidate.startsWith(name) ? 1 : edits(name, candidate);
    if (changes < least || (changes === least && best === null)) {
      best = candidate;
      least = changes;
    }
  }
  return best;
}

/** The known name that a name is a misspelling of: one letter is wrong, of a long one two. */
export function misspelled(name: string, known: readonly string[]): string | null {
  const most = name.length < LONG ? 1 : 2;
  if (name.length < SHORTEST || name.length > MAX_LENGTH) return null;
  return known.find((one) => one !== name && edits(name, one) <= most) ?? null;
}

/** Levenshtein's distance: letters to add, drop or replace. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
