import type { Cell } from "./unit.ts";

/**
 * Whether two rows of one place say the same, so that they count once. Names may differ in case and
 * space: other spellings are tallies of their own.
 */
export function saysTheSame(a: Cell, b: Cell): boolean {
  return bare(a.candidate) === bare(b.candidate) && sameCounts(a.modes, b.modes);
}

function bare(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ");
}

function sameCounts(a: Cell["modes"], b: Cell["modes"]): boolean {
  if (a === null || b === null) return a === b;
  return a.size === b.size && [...a].every(([mode, value]) => b.get(mode) === value);
}
