import type { Write } from "./write.ts";

/**
 * The shares of two places in a headline: whole percents, and one decimal where two that differ
 * would read alike.
 */
export function headlineShares(
  write: Pick<Write, "count" | "share" | "percent">,
  top: number,
  next: number,
): readonly [top: string, next: string] {
  const alike = Math.round(top) === Math.round(next) && top !== next;
  const written = (share: number) =>
    write.percent(alike ? write.share(share) : write.count(Math.round(share)));
  return [written(top), written(next)];
}

/** As written, but "<1%" and ">99%", or "<0.1%" and ">99.9%", near nothing and everything. */
export function cautious(percent: number, least: number, written: string, write: Write): string {
  if (percent > 0 && percent < least) return `<${write.percent(write.points(least))}`;
  if (percent < 100 && percent > 100 - least) return `>${write.percent(write.points(100 - least))}`;
  return write.percent(written);
}
