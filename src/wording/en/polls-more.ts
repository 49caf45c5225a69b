import type { Disclosed, PollsMoreWording } from "../polls-more.ts";
import { write } from "./marks.ts";

const disclosed: PollsMoreWording["disclosed"] = {
  question: "question",
  mode: "mode",
  frame: "sampling frame",
  probability: "probability sample or not",
  weighting: "weighting",
  payer: "who paid",
  report: "report",
};
const POPULATIONS = {
  lv: "likely voters (LV)",
  rv: "registered voters (RV)",
  v: "voters (V)",
  a: "adults (A)",
  unknown: "not stated",
};
const partOf = (part: number) => write.percent(write.count(Math.round(part * 100)));
const signed = (points: number) => write.share(points).replace("-", "−");
const named = (what: readonly Disclosed[]) => what.map((item) => disclosed[item]).join(", ");

export const pollsMore: PollsMoreWording = {
  poll: "Poll",
  askedBy: (n, of) => `asked by ${n} of ${of}`,
  populations: (polls) =>
    `Polls by whom they asked: ${polls.map(([of, n]) => `${POPULATIONS[of]} ${n}`).join(", ")}.`,
  withoutPartisan: (shares) => `Independent polls: ${shares}.`,
  leftOut: (reason) => `left out: ${reason}`,
  allLeftOut: (groups, others) =>
    `Left out: ${[
      ...groups.map(({ reason, polls }) => `${polls.join(", ")} (${reason})`),
      ...(others > 0 ? [`${write.count(others)} not listed here`] : []),
    ].join("; ")}.`,
  reasons: {
    line_up: "not all main candidates",
    population: "another question counts",
    question: "another question counts",
    covered: "a newer poll counts",
    newer: "a newer poll counts",
    old: "too old",
    partisan: "no independent polls",
  },
  methods: {
    weighted: "Recent and larger polls count more; partisan ones, and many by a pollster, less.",
    mean: "Each pollster’s latest poll.",
    decay: "Each pollster’s latest poll; older ones count less.",
  },
  weights: (facts) => {
    const together = `together at most ${partOf(facts.partisanLimit)} of the average`;
    switch (facts.method) {
      case "weighted":
        return `A poll’s weight halves every ${write.points(facts.halfLifeDays)} days, from the middle of its field work. It grows with the square root of the people asked, to ${write.points(facts.sampleCap)} times that of ${write.count(facts.referenceSample)}. It is divided by the square root of how many polls its pollster ended in ${facts.crowdingDays} days. Campaign and partisan polls weigh ${partOf(facts.partisanFactor)} of others, ${together}.`;
      case "mean":
        return `Polls that ended in the last ${facts.windowDays} days, all with the same weight${facts.roundInputs ? ", their shares rounded to whole numbers" : ""}. Campaign and partisan polls have ${together}.`;
      case "decay":
        return `A poll’s weight falls evenly, to nothing after ${facts.windowDays} days. Campaign and partisan polls weigh ${partOf(facts.partisanFactor)} of others, ${together}.`;
    }
  },
  intervals: ({ shared, people }) =>
    `Lines are 95% intervals from sampling and from how far polls differ. Bars add the error that all polls share: a standard deviation of ${write.points(shared.share)} points on a share and ${write.points(shared.lead)} on a lead. ${
      people === null
        ? "No poll says how many people it asked."
        : `The polls together are as sure as one random poll of ${write.count(people)} people.`
    }`,
  leadInterval: ({ first, second, points, low, high, inner }) =>
    `${first} over ${second}: ${write.share(points)} points, from ${signed(low)} to ${signed(high)}; without the shared error, from ${signed(inner.low)} to ${signed(inner.high)}.`,
  weight: (percent) => `weight ${write.percent(write.share(percent))}`,
  disclosed,
  probability: "probability sample",
  notStated: (what) => `not stated: ${named(what)}`,
  neverStated: (what) => `Not stated for any of these polls: ${named(what)}.`,
  byDay: "The average, whenever it changed",
};
