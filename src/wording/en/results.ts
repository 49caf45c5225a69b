import type {
  CallFacts,
  FiguresFacts,
  LeftOutFigure,
  ProgressFacts,
  ResultsFacts,
  ResultsWording,
} from "../results.ts";
import { capitalized } from "../phrase.ts";
import { list, write } from "./marks.ts";

const NOT_CALLED = "no winner has been called yet";

export const results: ResultsWording = {
  headline: (facts) => capitalized(headline(facts)),
  progress: (progress) =>
    progress ? capitalized(progressOf(progress)) : "How much is counted isn’t stated",
  others: (votes, share, largest) =>
    `Write-ins and others: ${plural(votes, "vote")}, ${share}${largest === null ? "" : `, most for ${largest}`}`,
  ballots: (ballots) => `${write.count(ballots)} ballots counted`,
  leftOut: (figure, areas) => `Left out: ${LEFT_OUT[figure]} (${few(areas)})`,
  ofRegistered: (percent, registered) =>
    `, ${percent} of ${write.count(registered)} registered voters`,
  calledBy: (candidates, calls) =>
    `${few(candidates)}: called by ${calls.map(({ caller, when }) => `${caller}, ${when}`).join("; ")}`,
  certifiedBy: (by, when) => `Certified by ${by}, ${when}`,
  notCalled: capitalized(NOT_CALLED),
  majority: "More than half of the votes (dashed line) wins without a runoff",
  votes: "Votes",
  notReported: "not reported",
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

const PLACES = {
  precincts: ["precinct", "precincts"],
  counties: ["county", "counties"],
  areas: ["area", "areas"],
} as const;

const LEFT_OUT: Readonly<Record<LeftOutFigure, string>> = {
  precincts: "precincts, more of which reported than there are",
  ballots: "ballots, which are fewer than the votes",
  registered: "registered voters, of whom there would be none",
};

function headline(facts: ResultsFacts): string {
  switch (facts.case) {
    case "voting":
      return `No results yet: polls close ${facts.closes}`;
    case "none":
      return "No votes have been counted yet";
    case "called":
      return facts.calls.map(called).join("; ");
    case "certified":
      return [`${figures(facts.figures)} in the certified count`, ...facts.calls.map(called)].join(
        "; ",
      );
    case "counting": {
      const { progress, complete } = facts;
      const far = progress ? `with ${progressOf(progress)}` : "in the count so far";
      const early = facts.early ? "Early count: " : "";
      return `${early}${figures(facts.figures)} ${far}${complete ? `; ${NOT_CALLED}` : ""}`;
    }
  }
}

function called({ outcome, candidates, callers }: CallFacts): string {
  const many = candidates.length > 1;
  const said = {
    won: many ? "win" : "wins",
    advances: many ? "advance" : "advances",
    runoff: `${many ? "go" : "goes"} to a runoff`,
    passed: "passes",
    failed: "fails",
    retained: "retained",
    removed: "removed",
  };
  const say = callers.length > 1 ? "say" : "says";
  return `${few(candidates)} ${said[outcome]}, ${few(callers)} ${say}`;
}

function figures(facts: FiguresFacts): string {
  switch (facts.case) {
    case "only":
      return facts.sole
        ? `${facts.name}, the only candidate, has ${plural(facts.votes, "vote")}`
        : `${facts.name} has ${plural(facts.votes, "vote")}, and none are reported for others`;
    case "tie":
      return `${few(facts.names)} are tied at ${plural(facts.votes, "vote")}`;
    case "two": {
      const { names, shares, apart } = facts;
      const gap = apart === null ? "" : `, ${plural(apart, "vote")} apart,`;
      return `${names[0]} ${shares[0]}, ${names[1]} ${shares[1]}${gap}`;
    }
  }
}

function progressOf(progress: ProgressFacts): string {
  if (progress.of === "expected")
    return `${progress.percent} of the vote counted, ${progress.by} estimates`;
  const { counted, total } = progress;
  return total === null
    ? `${plural(counted, "place")} reporting`
    : `${write.count(counted)} of ${write.count(total)} ${PLACES[progress.of][total === 1 ? 0 : 1]} reporting`;
}

/** Of more than two names, the first and how many others. */
function few(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]} and ${names.length - 1} others` : list(names);
}

function plural(count: number, one: string): string {
  return `${write.count(count)} ${one}${count === 1 ? "" : "s"}`;
}
