/** Most names that a headline can hold in one list. */
export const MAX_NAMES = 3;

/** "Handel", "Handel and Ossoff", "Handel, Ossoff and Gray". */
export function englishList(names: readonly string[]): string {
  return joined(names, () => "and");
}

/** "Handel", "Handel y Ossoff", "Handel, Ossoff y Gray"; "e" before the sound of i. */
export function spanishList(names: readonly string[]): string {
  return joined(names, (last) => (/^h?[iíy](?![aeouáéóú])/iu.test(last) ? "e" : "y"));
}

function joined(names: readonly string[], and: (last: string) => string): string {
  const last = names.at(-1) ?? "";
  const others = names.slice(0, -1);
  return others.length === 0 ? last : `${others.join(", ")} ${and(last)} ${last}`;
}
