import { cautious } from "../../wording/headline-shares.ts";
import type { Write } from "../../wording/write.ts";
import { partsOf, reaches } from "../schema/need.ts";

/** "51.8%" of `total`; "<0.1%" and ">99.9%" where it isn't nothing or everything. */
export function shareText(votes: number, total: number, write: Write): string {
  const percent = (votes / total) * 100;
  return cautious(percent, 0.1, write.share(percent), write);
}

/** The same beside what is needed: with as many decimals as it takes to stand on its own side of it. */
export function shareBeside(votes: number, total: number, need: string, write: Write): string {
  const exact = (votes / total) * 100;
  const [part, whole] = partsOf(need);
  const met = reaches({ share: need, strict: false }, votes, total);
  for (const decimals of [1, 2, 3, 4, 5, 6]) {
    const printed = Number(exact.toFixed(decimals));
    if (printed * whole >= part * 100 === met)
      return decimals === 1
        ? shareText(votes, total, write)
        : write.percent(write.count(Number(exact.toFixed(decimals))));
  }
  return shareText(votes, total, write);
}

/** "60%", or "2/3" where percents would only be near it. */
export function neededText(share: string, write: Write): string {
  const [part, whole] = partsOf(share);
  return (part * 1000) % whole === 0 ? write.percent(write.points((part * 100) / whole)) : share;
}
