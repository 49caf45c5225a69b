import type { PublicationPart } from "./publication-parts.ts";

/** What readers have: the number of the last publication, and what was put under each key. */
export type Published = {
  readonly publication: number;
  readonly parts: { readonly [key: string]: Pick<PublicationPart, "etag" | "content"> };
};

/** Before the first publication. */
export const NOTHING_PUBLISHED: Published = { publication: 0, parts: {} };

/** What a publication would do to KV. */
export type Plan = {
  /** False when readers would see nothing new; then there is nothing to put or remove. */
  readonly changed: boolean;
  /** What the state is once the plan is carried out. */
  readonly published: Published;
  /** In the order of the parts. */
  readonly puts: readonly PublicationPart[];
  readonly removals: readonly string[];
};

/**
 * Works out which keys a publication would change; touches nothing. A part is put only if its
 * bytes differ from the last ones, and none is put where no part has anything new to say. A race
 * without any part is withdrawn from readers.
 */
export function planPublication(previous: Published, parts: readonly PublicationPart[]): Plan {
  const before = new Map(Object.entries(previous.parts));
  const keys = new Set(parts.map(({ key }) => key));
  const removals = [...before.keys()].filter((key) => !keys.has(key));
  const isNew = parts.some(({ key, content }) => before.get(key)?.content !== content);
  if (!isNew && removals.length === 0)
    return { changed: false, published: previous, puts: [], removals: [] };
  return {
    changed: true,
    published: {
      publication: previous.publication + 1,
      parts: Object.fromEntries(
        parts.map(({ key, etag, content }) => [key, { etag, content }] as const),
      ),
    },
    puts: parts.filter(({ key, etag, content }) => {
      const last = before.get(key);
      return last?.etag !== etag || last.content !== content;
    }),
    removals,
  };
}
