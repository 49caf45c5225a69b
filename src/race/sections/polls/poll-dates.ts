import { endOf, localDate } from "../../dates.ts";
import type { Poll } from "./source.ts";
import { pollName, pollPairs, type PollsData } from "./poll-pairs.ts";
import type { GateRule, Reason } from "../../gate/reason.ts";

/**
 * Polls that can't be known yet: their field work ends, or they are published, after today in
 * the race's time zone; or that were published before their field work had ended.
 */
export const pollDates: GateRule<PollsData> = (proposal) => {
  const { timeZone } = proposal.after.race;
  const today = localDate(proposal.now, timeZone);
  return pollPairs(proposal).flatMap(({ poll, was }): Reason[] => {
    const end = endOf(poll.field);
    if (was && end === endOf(was.field) && poll.publishedAt === was.publishedAt) return [];
    const fault = faultOf(poll, end, { now: proposal.now, today, timeZone });
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
  clock: { readonly now: string; readonly today: string; readonly timeZone: string },
): { readonly field: "field" | "publishedAt"; readonly is: string; readonly says: string } | null {
  const { now, today, timeZone } = clock;
  if (end > today)
    return { field: "field", is: end, says: `field work ends ${end}, and today is ${today}` };
  if (publishedAt === null) return null;
  const published = localDate(publishedAt, timeZone);
  if (published > today || (publishedAt.length > 10 && Date.parse(publishedAt) > Date.parse(now)))
    return {
      field: "publishedAt",
      is: publishedAt,
      says: `published ${publishedAt}, which is still to come`,
    };
  if (end > published)
    return {
      field: "publishedAt",
      is: publishedAt,
      says: `published ${publishedAt}, before its field work ended (${end})`,
    };
  return null;
}
