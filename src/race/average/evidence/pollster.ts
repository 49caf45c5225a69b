/** One pollster's name, and the other names under which lists of polls have it. */
export type PollsterNames = {
  readonly name: string;
  /** `Emerson*` stands for Emerson and every name that goes on after that word. */
  readonly aliases: readonly string[];
};

/**
 * Pollsters whom public lists of polls name in several ways. A race states its own list in
 * race.json (`polls.pollsters`), which goes first. A name that no list has stands for itself.
 */
export const STATED_POLLSTERS: readonly PollsterNames[] = [
  { name: "Emerson College", aliases: ["Emerson*"] },
  { name: "Marist College", aliases: ["Marist*"] },
  { name: "Monmouth University", aliases: ["Monmouth*"] },
  { name: "Public Policy Polling", aliases: ["PPP", "Public Policy Polling (PPP)"] },
  { name: "Quinnipiac University", aliases: ["Quinnipiac*"] },
  { name: "Suffolk University", aliases: ["Suffolk*"] },
];

/** Gives each name in a file the one name its pollster has in these lists; the first that fits wins. */
export function pollsterResolver(own: readonly PollsterNames[] = []): (name: string) => string {
  const stated = [...own, ...STATED_POLLSTERS].map(({ name, aliases }) => ({
    name,
    fits: [name, ...aliases].map(matcher),
  }));
  const resolved = new Map<string, string>();
  return (given) => {
    const known = resolved.get(given);
    if (known !== undefined) return known;
    const plain = plainName(given);
    const name = stated.find(({ fits }) => fits.some((fit) => fit(plain)))?.name ?? given;
    resolved.set(given, name);
    return name;
  };
}

function matcher(alias: string): (plain: string) => boolean {
  const wanted = plainName(alias);
  if (!wanted.endsWith("*")) return (plain) => plain === wanted;
  const stem = wanted.slice(0, -1);
  return (plain) => plain.startsWith(stem) && !/^[\p{L}\p{N}]/u.test(plain.slice(stem.length));
}

/** Capitals and double spaces tell no two pollsters apart. */
function plainName(name: string): string {
  return name.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
