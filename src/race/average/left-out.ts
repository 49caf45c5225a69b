import type { LeftOutReason } from "../sections/polls/summary.ts";
import type { AverageSettings } from "../sections/polls/settings.ts";
import { countedOn } from "./evidence/entry.ts";
import type { TooFew } from "./weights/few.ts";
import { latestPerPollster } from "./weights/mean.ts";
import type { Prepared } from "./evidence/prepare.ts";
import { asksAll } from "./evidence/question.ts";
import { uncoveredParts } from "./evidence/tracker.ts";

export type LeftOut = { readonly poll: string; readonly reason: LeftOutReason };

/** The polls that readers could know and that aren't among the inputs, newest first. */
export function leftOutOf(
  { polls, surveys, entries, lineUp }: Prepared,
  inputs: ReadonlySet<string>,
  settings: AverageSettings,
  few: TooFew | null,
  day: number,
): LeftOut[] {
  const reasons = new Map<string, LeftOutReason>();
  for (const questions of surveys) {
    const fits = questions.filter((question) => asksAll(question, lineUp));
    const best = fits.reduce((least, { rank }) => Math.min(least, rank), Infinity);
    for (const { poll } of questions) reasons.set(poll.id, "line_up");
    for (const { poll, rank } of fits) {
      reasons.set(poll.id, rank > best ? "population" : "question");
    }
  }
  for (const [poll, reason] of unusedEntries(entries, settings, few, day))
    reasons.set(poll, reason);
  return polls.flatMap(({ id }) => {
    const reason = reasons.get(id);
    return reason === undefined || inputs.has(id) ? [] : [{ poll: id, reason }];
  });
}

/** The polls of all entries that count, with the reason for which one of them may weigh nothing. */
function unusedEntries(
  entries: Prepared["entries"],
  settings: AverageSettings,
  few: TooFew | null,
  day: number,
): readonly (readonly [string, LeftOutReason])[] {
  const counted = countedOn(entries, day);
  const latest = settings.method === "weighted" ? null : new Set(latestPerPollster(counted));
  const uncovered = settings.method === "weighted" ? uncoveredParts(counted) : null;
  return counted.flatMap((entry) => {
    const reason =
      few ??
      (uncovered?.get(entry) === 0 ? "covered" : latest?.has(entry) === false ? "newer" : "old");
    return entry.questions.map(({ poll }) => [poll.id, reason] as const);
  });
}
