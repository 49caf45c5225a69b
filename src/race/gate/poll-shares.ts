import { roundHalfUp } from "../rounding.ts";
import type { Poll } from "../schema/polls.ts";
import { pollName, pollPairs } from "./poll-pairs.ts";
import type { GateRule, Reason } from "./reason.ts";

/** Percent: what three shares, each rounded up by a little, may add up to. */
const MAX_SUM = 100.5;

/** Shares of one poll, with its undecided, that add up to more than everybody. */
export const pollShares: GateRule = (proposal) =>
  pollPairs(proposal).flatMap(({ poll, was }): Reason[] => {
    const sum = sumOf(poll);
    const before = was && sumOf(was);
    if (sum <= MAX_SUM || sum === before) return [];
    return [
      {
        rule: "poll_shares",
        path: `polls.${poll.id}.shares`,
        message: `${pollName(poll)}: shares and undecided add up to ${sum} %`,
        ...(before !== undefined && { before }),
        after: sum,
      },
    ];
  });

/** To six decimals: binary arithmetic makes 100.50000000000001 of a plain 100.5. */
function sumOf(poll: Poll): number {
  const sum = poll.shares.reduce((total, { share }) => total + share, poll.undecided ?? 0);
  return roundHalfUp(sum, 6);
}
