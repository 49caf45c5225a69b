import type { PollsMoreWording } from "../polls-more.ts";
import { write } from "./marks.ts";

export const pollsMore: PollsMoreWording = {
  poll: "Poll",
  askedBy: (n, of) => `asked by ${n} of ${of}`,
  populations: "LV likely voters, RV registered voters, V voters, A adults.",
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
