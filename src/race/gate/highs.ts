/**
 * The most that readers have seen of each number that is below it now, by the number's path. Small
 * falls pass as revisions of their source; many of them together must not pass for one large one.
 */
export type Highs = Readonly<Record<string, number>>;

/** Whether a path, as highs have it, is of a number in that section. */
export function isIn(section: string, path: string): boolean {
  return path.startsWith(`${section}.`);
}

/** What is left of highs where a section's own are forgotten. */
export function highsWithout(highs: Highs, section: string): Highs {
  return Object.fromEntries(Object.entries(highs).filter(([path]) => !isIn(section, path)));
}

/** What a number fell from: the most readers saw of it since it was last looked at. */
export function highOf(highs: Highs, path: string, value: number): number {
  return Math.max(highs[path] ?? 0, value);
}
