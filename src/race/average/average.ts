import { dayOf, localDate } from "../dates.ts";
import { leadOf } from "../lead.ts";
import { roundHalfUp } from "../rounding.ts";
import type { Average } from "../sections/polls/summary.ts";
import type { Poll } from "../sections/polls/source.ts";
import { combine, fitting, rank, type Mean } from "./combine.ts";
import { inputsOf, type Input } from "./inputs.ts";
import { leftOutOf } from "./left-out.ts";
import { MILLION } from "./millionths.ts";
import { preparePolls, type AverageOptions } from "./evidence/prepare.ts";
import { settingsAsRun } from "./settings-as-run.ts";
import { effectiveSample, leadHalfWidths, shareHalfWidths } from "./uncertainty.ts";
import { weigh } from "./weights/weigh.ts";
import { withoutPartisans } from "./without-partisans.ts";

/**
 * The race's own average at one moment: shares in percent to one decimal with their 95 %
 * intervals, the main candidates first, largest first; the lead between the first two of them;
 * each poll's weight, to six decimals, summing to 1; and which polls were left out, and why.
 * Candidates that no counted poll names are left out. With no poll to count, or too few, shares
 * and inputs are empty.
 */
export function averagePolls(polls: readonly Poll[], options: AverageOptions): Average {
  const { settings, candidates, asOf, timeZone } = options;
  const date = localDate(asOf, timeZone);
  const day = dayOf(date);
  const prepared = preparePolls(polls, options);
  const weighed = weigh(prepared.entries, settings, day);
  const { parts, few } = weighed;
  const inputs = inputsOf(weighed, settings.method);
  const counted = new Set(inputs.map(({ part }) => part));

  const means = combine(inputs, candidates.length);
  const main = rank(prepared.lineUp.map((at) => means[at] ?? null));
  const others = rank(means.filter((mean) => mean !== null && !main.includes(mean)));
  const together = fitting(main, others, inputs);
  const around = ({ at, share }: Mean) => {
    const half = shareHalfWidths(parts, at) ?? { inner: 0, outer: 0 };
    return { ...interval(share, half.outer), inner: interval(share, half.inner) };
  };
  const named = (mean: Mean) => ({
    candidate: candidates[mean.at]?.id ?? "",
    share: roundHalfUp(mean.share, 1),
  });
  const mainShares = main.map((mean) => ({ ...named(mean), ...around(mean) }));
  const otherShares = others.map((mean) => {
    const { candidate, share } = named(mean);
    const askedBy = { polls: mean.askedBy, of: counted.size, share };
    return { candidate, share: together.has(mean) ? share : null, ...around(mean), askedBy };
  });

  const [first, second] = main;
  const people = effectiveSample(parts);
  const leftOut = leftOutOf(
    prepared,
    new Set(inputs.map(({ question }) => question.poll.id)),
    settings,
    few,
    day,
  );
  return {
    method: settings.method,
    settings: settingsAsRun(settings, weighed),
    asOf: date,
    shares: [...mainShares, ...otherShares],
    lead: leadOf(
      mainShares,
      first && second ? leadHalfWidths(parts, first.at, second.at) : null,
      candidates,
      { polled: prepared.polls.length > 0 },
    ),
    inputs: inputs.map(printed),
    leftOut,
    ...withoutPartisans(inputs, prepared.lineUp, candidates),
    effectiveSample: people === null ? null : Math.floor(people + 1e-6),
  };
}

function interval(share: number, half: number): { readonly low: number; readonly high: number } {
  return {
    low: roundHalfUp(Math.max(0, share - half), 1),
    high: roundHalfUp(Math.min(100, share + half), 1),
  };
}

/** An input as the JSON has it: what goes without saying is left out. */
function printed({ part, question, weight, of }: Input): Average["inputs"][number] {
  const { pollster } = part.entry;
  const { beside = [] } = question;
  return {
    poll: question.poll.id,
    weight: weight / MILLION,
    ...(of > 1 && { of }),
    ...(beside.length > 0 && { beside: beside.map(({ id }) => id) }),
    ...(part.uncovered < 1 && { uncovered: roundHalfUp(part.uncovered, 6) }),
    ...(pollster !== question.poll.pollster && { pollster }),
  };
}
