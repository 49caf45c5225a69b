import type { ResultsMoreWording } from "../results.ts";
import { write } from "./marks.ts";

export const resultsMore: ResultsMoreWording = {
  area: { counties: "County", areas: "Area" },
  reporting: "Reporting",
  reported: (counted, total) =>
    total === null
      ? `${write.count(counted)} so far`
      : `${write.count(counted)} of ${write.count(total)}`,
  estimated: (percent) => `est. ${percent}`,
  unreported: "no report yet",
  review: (since) => `under review since ${since}`,
  most: (name, votes) => `most: ${name}, ${votes}`,
  all: (areas) => `Show all ${write.count(areas)}`,
  first: (areas, of) => `The first ${write.count(areas)} of ${write.count(of)}`,
  otherTime: (when) =>
    `Not of the same moment as the numbers above${when === null ? "" : `: as of ${when}`}`,
  none: "No counts by area are published",
  mode: "Method",
  projectedBy: (by, when) => `Projection by ${by}, ${when}; no votes counted`,
  seats: "Seats",
  change: (since) => `With a sign: points more or less than the party’s share in ${since}`,
  quota: (votes) => `Votes needed for a seat: ${votes}`,
  elected: "elected",
  eliminated: "out",
  exhausted: "Exhausted",
};
