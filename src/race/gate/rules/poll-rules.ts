import { pollDateFault } from "../../sections/polls/poll-dates.ts";
import { pollName, pollPairs } from "../../sections/polls/poll-pairs.ts";
import { pollExcess } from "../../sections/polls/poll-shares.ts";
import type { GateRule, Proposal } from "../doubt.ts";

/** Shares of one poll that add up to more than everybody. */
export const pollShares = {
  name: "poll_shares",
  sentence: "shares of one poll that add up to more than rounding explains",
  example: "Handel 60, Ossoff 50",
  meanwhile: "the poll as it was, or no such poll",
  find: ({ before, after }: Proposal) =>
    pollPairs(before, after).flatMap(({ poll, was }) => {
      const excess = pollExcess(poll, was);
      if (excess === null) return [];
      return [
        {
          section: "polls" as const,
          parts: [poll.id],
          place: {},
          path: `polls.${poll.id}.shares`,
          message: `${pollName(poll)}: shares and undecided add up to ${excess.sum} %`,
          ...(excess.before !== undefined && { before: excess.before }),
          after: excess.sum,
        },
      ];
    }),
} as const satisfies GateRule;

/** A poll that can't be known yet. */
export const pollDates = {
  name: "poll_dates",
  sentence:
    "a poll that ends after today, came out before it ended, or waits for more than 30 days",
  example: "field work that ends tomorrow",
  meanwhile: "the poll as it was, or no such poll",
  find: ({ before, after, now }: Proposal) =>
    pollPairs(before, after).flatMap(({ poll, was }) => {
      const fault = pollDateFault(poll, was, { now, timeZone: after.race.timeZone });
      if (fault === null) return [];
      return [
        {
          section: "polls" as const,
          parts: [poll.id],
          place: {},
          path: `polls.${poll.id}.${fault.field}`,
          message: `${pollName(poll)}: ${fault.says}`,
          after: fault.is,
        },
      ];
    }),
} as const satisfies GateRule;
