import {
  counterKey,
  counterName,
  counterPath,
  countersOf,
} from "../../sections/results/counters.ts";
import { latestDay, turnoutDays } from "../../sections/turnout/turnout-days.ts";
import { isCast, partOfCounter, placeOf } from "../counts.ts";
import type { Finding, GateRule, Proposal } from "../doubt.ts";
import { MIN_COUNT, number } from "../say.ts";
import { jumpingMoney } from "./money-jumps.ts";

/** A number that multiplies at once: most often a digit too many, or two files added up. */
export const jump = {
  name: "jump",
  sentence: "a number of 1,000 and more that grows over `gate.jumpFactor` times at once",
  example: "Cobb: 2,400 votes become 48,100",
  meanwhile: "that area’s votes, that day’s ballots or that amount as it was",
  find: (proposal) => [
    ...jumpingResults(proposal),
    ...jumpingTurnout(proposal),
    ...jumpingMoney(proposal),
  ],
} as const satisfies GateRule;

function jumpingResults({ before, after, highs }: Proposal): Finding[] {
  if (before === null) return [];
  const { jumpFactor } = before.race.gate;
  const then = countersOf(before.results);
  // A sum jumps when its second area reports; that is no slip.
  return [...countersOf(after.results).values()].flatMap((counter) => {
    // What was taken away is still what a number that comes back is held against.
    const old = then.get(counterKey(counter))?.value ?? highs[counterPath(counter)] ?? 0;
    if (counter.summed || !isCast(counter) || old < MIN_COUNT) return [];
    if (counter.value <= old * jumpFactor) return [];
    return [
      {
        section: "results" as const,
        parts: [partOfCounter(counter)],
        place: placeOf(counter),
        path: counterPath(counter),
        message: jumps(counterName(counter, after), old, counter.value),
        before: old,
        after: counter.value,
      },
    ];
  });
}

function jumpingTurnout({ before, after }: Proposal): Finding[] {
  if (before === null) return [];
  const { jumpFactor } = before.race.gate;
  const then = turnoutDays(before.turnout);
  const now = turnoutDays(after.turnout);
  const last = latestDay(now);
  return [...now.values()].flatMap((day) => {
    const old = then.get(day.date) ?? (day === last ? latestDay(then) : undefined);
    if (!old || old.ballots < MIN_COUNT || day.ballots <= old.ballots * jumpFactor) return [];
    return [
      {
        section: "turnout" as const,
        parts: [day.date],
        place: { date: day.date },
        path: `turnout.${day.date}`,
        message: jumps(`ballots cast by ${day.date}`, old.ballots, day.ballots),
        before: old.ballots,
        after: day.ballots,
      },
    ];
  });
}

function jumps(name: string, before: number, after: number): string {
  return `${name}: would go from ${number(before)} to ${number(after)} at once`;
}
