import type { Revision } from "./revisions.ts";

/** SHA-256 of a text's UTF-8, in hexadecimal. */
export type Digest = (text: string) => Promise<string>;

/** What stands before the first revision. */
export const CHAIN_START = "0".repeat(64);

/**
 * The hash that ties a revision to the whole history before it. Anyone can recompute it: it is
 * the digest of a JSON array of the previous hash and the fields in the order of `Revision`.
 */
export function chainHash(
  previous: string,
  revision: Omit<Revision, "hash">,
  digest: Digest,
): Promise<string> {
  const { n, at, author, approver, section, action, restores, note, correction, bytes, body } =
    revision;
  return digest(
    JSON.stringify([
      previous,
      n,
      at,
      author,
      approver,
      section,
      action,
      restores,
      note,
      correction,
      bytes,
      body,
    ]),
  );
}

export type ChainVerdict =
  | { readonly ok: true; readonly head: string }
  | { readonly ok: false; readonly n: number; readonly reason: string };

/**
 * Checks a whole history, oldest first. It shows that no revision was altered, put in or taken
 * out between the first and the last one given; bodies are checked by comparing their SHA-256
 * with `body`. That the end wasn't cut off shows only by comparing `head` with one noted earlier.
 */
export async function verifyChain(
  revisions: readonly Revision[],
  digest: Digest,
): Promise<ChainVerdict> {
  let previous = CHAIN_START;
  for (const [i, revision] of revisions.entries()) {
    if (revision.n !== i + 1)
      return { ok: false, n: i + 1, reason: `revision ${i + 1} is missing` };
    if ((await chainHash(previous, revision, digest)) !== revision.hash)
      return {
        ok: false,
        n: revision.n,
        reason: `revision ${revision.n} is not what was stored, or the one before it isn't`,
      };
    previous = revision.hash;
  }
  return { ok: true, head: previous };
}
