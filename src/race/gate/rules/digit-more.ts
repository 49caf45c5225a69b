import {
  counterKey,
  counterName,
  counterPath,
  countersOf,
} from "../../sections/results/counters.ts";
import { turnoutDays } from "../../sections/turnout/turnout-days.ts";
import { byPart, partOfCounter, placeOf } from "../counts.ts";
import type { Finding, GateRule, Proposal } from "../doubt.ts";
import { number } from "../say.ts";

/** From here on a count hardly ever grows into itself with a digit more by counting alone. */
const SURE_FROM = 1000;
/** Below this, small counts would too often. */
const SUSPECT_FROM = 100;

/** A figure that is the old one with a digit put in: 9,366 becomes 93,366. */
export const digitMore = {
  name: "digit_more",
  sentence: "a figure that is the old one with one digit more",
  example: "Cobb: 9,366 becomes 93,366",
  meanwhile: "that area’s votes as they were; all other areas go on",
  find: (proposal) => [...inResults(proposal), ...inTurnout(proposal)],
} as const satisfies GateRule;

function inResults({ before, after, highs }: Proposal): Finding[] {
  if (before === null) return [];
  const then = countersOf(before.results);
  const parts = byPart([...countersOf(after.results).values()].filter(({ summed }) => !summed));
  return [...parts.values()].flatMap((rivals) =>
    rivals.flatMap((counter) => {
      const old = then.get(counterKey(counter));
      if (old?.summed === true) return [];
      // What was taken away comes back as the number it was, and not as another one.
      const was = old?.value ?? highs[counterPath(counter)] ?? 0;
      if (!hasDigitMore(was, counter.value)) return [];
      // Where the others grow as much, it is a large report.
      const growth = rivals
        .filter((other) => other !== counter)
        .map((other) => other.value / Math.max(1, then.get(counterKey(other))?.value ?? 0));
      const alike = Math.max(0, ...growth) * 2 >= counter.value / was;
      if (was < SURE_FROM && alike) return [];
      return [
        {
          section: "results" as const,
          parts: [partOfCounter(counter)],
          place: placeOf(counter),
          path: counterPath(counter),
          message: `${counterName(counter, before)}: ${number(was)} would become ${number(counter.value)}, the same with a digit more`,
          before: was,
          after: counter.value,
        },
      ];
    }),
  );
}

function inTurnout({ before, after, highs }: Proposal): Finding[] {
  const then = turnoutDays(before?.turnout);
  let latest = [...then.values()].at(-1);
  return [...turnoutDays(after.turnout)].flatMap(([date, day]) => {
    const old = then.get(date);
    // A day that is new is compared with the last one known.
    const base = old ?? (latest && date > latest.date ? latest : undefined);
    if (base === undefined) return [];
    if (!old) latest = undefined;
    const slips = [
      { was: old ? base.ballots : (highs[`turnout.${date}`] ?? base.ballots), is: day.ballots },
      ...[...day.modes].map(([mode, is]) => ({ was: base.modes.get(mode) ?? 0, is })),
    ].filter(({ was, is }) => was >= SURE_FROM && hasDigitMore(was, is));
    return slips.slice(0, 1).map(({ was, is }) => ({
      section: "turnout" as const,
      parts: [date],
      place: { date },
      path: `turnout.${date}`,
      message: `ballots cast by ${date}: ${number(was)} would become ${number(is)}, the same with a digit more`,
      before: was,
      after: is,
    }));
  });
}

/** Whether one digit taken out of `after` leaves `before`. */
export function hasDigitMore(before: number, after: number): boolean {
  if (before < SUSPECT_FROM) return false;
  const [was, is] = [String(before), String(after)];
  if (is.length !== was.length + 1) return false;
  return [...is].some((_, i) => is.slice(0, i) + is.slice(i + 1) === was);
}
