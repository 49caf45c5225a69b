import type { ResultsWording } from "../results.ts";
import { list, write } from "./marks.ts";

export const results: ResultsWording = {
  calledBy: (candidates, calls) =>
    `${few(candidates)}: called by ${calls.map(({ caller, when }) => `${caller}, ${when}`).join("; ")}`,
  certifiedBy: (by, when) => `Certified by ${by}, ${when}`,
  notCalled: "No winner has been called yet",
  undecided: "Nobody has called it yet",
  heads: { party: "Party", choice: "Answer" },
  choices: { yes: "Yes", no: "No" },
  lowered: (area, votes) =>
    `${area ?? "The election office"} lowered its count by ${plural(votes, "vote")}`,
  projections: (projections) => `Projections, not counts (${projections})`,
  majority: "More than half of the votes (dashed line) wins without a runoff",
  votes: "Votes",
  notReported: "not reported",
  unopposed: "unopposed",
  ballot: { write_in: "write-in", withdrawn: "withdrawn", deceased: "deceased" },
  needed: (share) => `Dashed line: ${share}`,
  seatsOf: (seats) => `${write.count(seats)} ${seats === 1 ? "seat" : "seats"}`,
  rounds: "Rounds",
  byArea: (of, total) => `${of === "counties" ? "By county" : "By area"} (${write.count(total)})`,
  review: (area, since) => `Under review since ${since}: ${area ?? "the whole count"}`,
  pinned: (area, since, why) =>
    `Held by an editor since ${since}: ${area ?? "the whole count"} (${why})`,
  counted: (votes) => plural(votes, "vote"),
  outcomes: {
    won: "Wins",
    advances: "Advances",
    runoff: "Runoff",
    passed: "Passes",
    failed: "Fails",
    retained: "Retained",
    removed: "Removed",
  },
};

/** Of more than two names, the first and how many others. */
function few(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]} and ${names.length - 1} others` : list(names);
}

function plural(count: number, one: string): string {
  return `${write.count(count)} ${one}${count === 1 ? "" : "s"}`;
}
