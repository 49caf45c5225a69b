/** Names one after the other, the last behind "and": `and` says how that is put before a name. */
export function joined(names: readonly string[], and: (last: string) => string): string {
  const last = names.at(-1) ?? "";
  const others = names.slice(0, -1);
  return others.length === 0 ? last : `${others.join(", ")} ${and(last)} ${last}`;
}

/** Begins with a capital letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
