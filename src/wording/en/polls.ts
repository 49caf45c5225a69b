import type { PollsWording } from "../polls.ts";

export const polls: PollsWording = {
  average: "Average (no forecast)",
  interval: "95% interval",
  trend: "Every poll, and the average",
  latest: "Latest polls",
  lead: "Lead",
  even: "Even",
  details: "Dates · sample · margin of error",
  noSample: "sample not stated",
  noPopulation: "population not stated",
  noMargin: "margin of error not stated",
  noProbability: "no probability sample",
  forSponsor: (sponsor) => `for ${sponsor}`,
  internal: "campaign poll",
  partisan: (party) => `partisan (${party})`,
  method: (shown, of) => `Polls (${shown} of ${of}), weights, method`,
  intervalNote: "Lines: 95% intervals of these polls. Bars: with the error polls share.",
};
