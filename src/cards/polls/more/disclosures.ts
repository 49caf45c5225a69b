import type { RecentPoll } from "../../../race/sections/polls/summary.ts";
import type { Disclosed, PollsMoreWording } from "../../../wording/polls-more.ts";

/** What AAPOR's code of ethics asks pollsters to disclose, beside what the table has of each poll. */
export const DISCLOSED = [
  "question",
  "mode",
  "frame",
  "probability",
  "weighting",
  "payer",
  "report",
] as const satisfies readonly Disclosed[];

/** Whether it is known of a poll. */
export function isStated(poll: RecentPoll, item: Disclosed): boolean {
  switch (item) {
    case "payer":
      return (poll.sponsor ?? poll.funder) !== undefined;
    case "report":
      return poll.reportUrl !== undefined;
    default:
      return poll[item] !== undefined;
  }
}

/**
 * What is known of how a poll was made, in its pollster's own words whatever the card speaks, and
 * what isn't. The table itself says who paid, links the report, and marks what is no probability
 * sample.
 * @param never what no poll states, which is said elsewhere
 */
export function disclosuresOf(
  poll: RecentPoll,
  never: readonly Disclosed[],
  say: PollsMoreWording,
): readonly (string | undefined)[] {
  const missing = DISCLOSED.filter((item) => !isStated(poll, item) && !never.includes(item));
  return [
    ...(["question", "mode", "frame", "weighting"] as const).map(
      (item) => poll[item] && `${say.disclosed[item]}: ${poll[item]}`,
    ),
    poll.probability ? say.probability : undefined,
    missing.length > 0 ? say.notStated(missing) : undefined,
  ];
}
