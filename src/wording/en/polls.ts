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
  noPopulation: "(population not stated)",
  noMargin: "margin of error not stated",
  noProbability: "no probability sample",
  populations: "LV: likely voters, RV: registered voters, A: adults, V: voters.",
  forSponsor: (sponsor) => `for ${sponsor}`,
  internal: "campaign poll",
  partisan: (party) => `partisan (${party})`,
  method: (shown, of) => `Polls (${shown} of ${of}), weights, method`,
  askedBy: (n, of) => `asked by ${n} of ${of}`,
  intervalNote: "Lines: 95% intervals of these polls. Bars: with the error polls share.",
  inner: (ranges) => `Lines: ${ranges}.`,
  withoutPartisan: (shares) => `Independent polls: ${shares}.`,
  leftOut: (reason) => `left out: ${reason}`,
  reasons: {
    line_up: "not all main candidates",
    population: "likelier voters count",
    question: "another question counts",
    covered: "newer releases count",
    newer: "a newer poll counts",
    old: "too old",
    partisan: "no independent polls",
  },
  methods: {
    weighted:
      "Recent and larger polls count for more; many by one pollster, and polls for a campaign or party, for less.",
    mean: "The latest poll of each pollster, all counted equally.",
    decay: "The latest poll of each pollster; older ones count for less.",
  },
  weight: (percent) => `weight ${write.percent(write.share(percent))}`,
};
