import type { PageQuery } from "../../contract/page.ts";
import { listNumber } from "../../contract/query.ts";

/** Which part of a list somebody wants, newest first. */
export type Page = {
  /** Entries with smaller numbers than this. */
  readonly before: number;
  readonly limit: number;
};

/** Above any number that a list can reach. */
const END = 2 ** 31;

export function pageOf({ before = END, limit }: PageQuery): Page {
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

/** The number in an address; null where it is none. */
export function numberIn(text: string): number | null {
  const number = listNumber.safeParse(text);
  return number.success ? number.data : null;
}
