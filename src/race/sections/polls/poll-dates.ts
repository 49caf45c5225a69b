import { addDays, endOf, localDate } from "../../dates.ts";
import type { Poll } from "./source.ts";

export type PollDateFault = {
  readonly field: "field" | "publishedAt";
  readonly is: string;
  readonly says: string;
};

/** An embargo is a matter of hours or days: a poll that waits for longer has a slip in its year. */
const LONGEST_EMBARGO_DAYS = 30;

/**
 * Why a poll can't be: its field work ends after today in the race's time zone, it was published
 * before that had ended, or it waits for a day further ahead than any embargo. Null where it can, or
 * where readers have these dates already.
 */
export function pollDateFault(
  poll: Poll,
  was: Poll | undefined,
  { now, timeZone }: { readonly now: string; readonly timeZone: string },
): PollDateFault | null {
  const end = endOf(poll.field);
  if (was && end === endOf(was.field) && poll.publishedAt === was.publishedAt) return null;
  const today = localDate(now, timeZone);
  const latest = addDays(today, LONGEST_EMBARGO_DAYS);
  return faultOf(poll, end, { today, latest, timeZone });
}

function faultOf(
  { publishedAt }: Poll,
  end: string,
  clock: { readonly today: string; readonly latest: string; readonly timeZone: string },
): PollDateFault | null {
  const { today, latest, timeZone } = clock;
  if (end > today)
    return { field: "field", is: end, says: `field work ends ${end}, and today is ${today}` };
  if (publishedAt === null) return null;
  const published = localDate(publishedAt, timeZone);
  const fault =
    published > latest
      ? `which is more than ${LONGEST_EMBARGO_DAYS} days ahead`
      : end > published && `before its field work ended (${end})`;
  return fault
    ? { field: "publishedAt", is: publishedAt, says: `published ${publishedAt}, ${fault}` }
    : null;
}
