/** Longer names than any of ours aren't compared. */
const MAX_LENGTH = 40;

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
