import type { PollsWording } from "../polls.ts";
import { write } from "./marks.ts";

export const polls: PollsWording = {
  average: "Average (no forecast)",
  interval: "95% interval",
  trend: "Every poll, and the average",
  latest: "Latest polls",
  poll: "Poll",
  details: "Dates · sample · margin of error",
  noSample: "sample not stated",
  noPopulation: "population not stated",
  noMargin: "margin of error not stated",
  noProbability: "no probability sample",
  populations: "LV likely voters, RV registered voters, V voters, A adults.",
  forSponsor: (sponsor) => `for ${sponsor}`,
  internal: "campaign poll",
  partisan: (party) => `partisan (${party})`,
  method: (shown, of) => `Polls (${shown} of ${of}), weights, method`,
  askedBy: (n, of) => `asked by ${n} of ${of}`,
  intervalNote: "Lines: 95% intervals of these polls. Bars: with the error polls share.",
  withoutPartisan: (shares) => `Independent polls: ${shares}.`,
  leftOut: (reason) => `left out: ${reason}`,
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
  weight: (percent) => `weight ${write.percent(write.share(percent))}`,
};
