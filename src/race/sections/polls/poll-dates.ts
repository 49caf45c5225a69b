import { addDays, endOf, localDate } from "../../dates.ts";
import type { Poll } from "./source.ts";
import { pollName, pollPairs, type PollsData } from "./poll-pairs.ts";
import type { GateRule, Reason } from "../../gate/reason.ts";

/** An embargo is a matter of hours or days: a poll that waits for longer has a slip in its year. */
const LONGEST_EMBARGO_DAYS = 30;

/**
 * Polls that can't be: their field work ends after today in the race's time zone, they were
 * published before it had ended, or they wait for a day further ahead than any embargo.
 */
export const pollDates: GateRule<PollsData> = (proposal) => {
  const { timeZone } = proposal.after.race;
  const today = localDate(proposal.now, timeZone);
  const latest = addDays(today, LONGEST_EMBARGO_DAYS);
  return pollPairs(proposal).flatMap(({ poll, was }): Reason[] => {
    const end = endOf(poll.field);
    if (was && end === endOf(was.field) && poll.publishedAt === was.publishedAt) return [];
    const fault = faultOf(poll, end, { today, latest, timeZone });
    if (fault === null) return [];
    const message = `${pollName(poll)}: ${fault.says}`;
    return [
      { rule: "poll_dates", path: `polls.${poll.id}.${fault.field}`, message, after: fault.is },
    ];
  });
};

function faultOf(
  { publishedAt }: Poll,
  end: string,
  clock: { readonly today: string; readonly latest: string; readonly timeZone: string },
): { readonly field: "field" | "publishedAt"; readonly is: string; readonly says: string } | null {
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
