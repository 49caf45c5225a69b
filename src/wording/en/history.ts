import type { HistoryFacts, HistoryWording } from "../history.ts";
import { list, write } from "./marks.ts";

export const history: HistoryWording = {
  headline,
  contests: {
    seat: "This seat",
    president: "President, here",
    governor: "Governor, here",
    senate: "US Senate, here",
  },
  votes: "Votes",
  ahead: (points, lessThan) =>
    `ahead by ${lessThan ? "less than " : ""}${write.points(points)} ${points === 1 ? "point" : "points"}`,
  won: "won",
  borders: (years) =>
    `The district’s borders changed in ${list(years)}: earlier votes come from other places.`,
  otherBorders: "other borders",
  earlier: "Earlier votes",
  holders: "Who has held the seat",
  years: "Years",
  since: (year) => `since ${year}`,
};

function headline(facts: HistoryFacts): string {
  switch (facts.case) {
    case "none":
      return "No earlier votes have been published yet";
    case "votes":
      return "How this district has voted before";
    case "held":
      return `Held by one party (${facts.by}) since ${facts.atLeast ? "at least " : ""}${facts.since}`;
    case "person":
      return `Held by ${facts.by} since ${facts.atLeast ? "at least " : ""}${facts.since}`;
    case "flipped":
      return `The seat went from ${facts.from} to ${facts.to} in ${facts.since}`;
    case "last":
      return `${facts.name} won in ${facts.year}${facts.share === null ? "" : ` with ${facts.share}`}`;
  }
}
