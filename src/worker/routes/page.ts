import type { Context } from "hono";

/** Which part of a list somebody wants, newest first. */
export type Page = {
  /** Entries with smaller numbers than this. */
  readonly before: number;
  readonly limit: number;
};

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;
/** Above any number that a list can reach. */
const END = 2 ** 31;

/** `?before=` and `?limit=`; null where they are no such numbers. */
export function readPage(c: Context): Page | null {
  const before = wholeNumber(c.req.query("before") ?? String(END));
  const limit = wholeNumber(c.req.query("limit") ?? String(DEFAULT_LIMIT));
  if (before === null || limit === null || limit < 1 || limit > MAX_LIMIT) return null;
  return { before, limit };
}

/** What to put into `?before=` for the next page; null at the end. */
export function nextPage(
  entries: readonly { readonly n: number }[],
  { limit }: Page,
): number | null {
  const last = entries.at(-1);
  return entries.length < limit || last === undefined || last.n <= 1 ? null : last.n;
}

/** The number in an address or a query; null where it is none. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,10}$/.test(text) ? Number(text) : null;
}
