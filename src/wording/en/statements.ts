import type { TurnoutFacts } from "../turnout.ts";
import {
  MAX_NAMES,
  type Margins,
  type Place,
  type QuietFigures,
  type StatementsWording,
} from "../statements.ts";
import { headlineShares } from "../headline-shares.ts";
import { count as countStatement } from "./count-statement.ts";
import { countLine, remark } from "./remarks.ts";
import { common } from "./common.ts";
import { correction } from "./correction.ts";
import { list, write } from "./marks.ts";

export const statements: StatementsWording = {
  lead: (facts) => {
    switch (facts.case) {
      case "none":
        return "No polls of this race have been published yet";
      case "few":
        return "Too few recent polls for an average";
      case "single":
        return `${list(facts.top.names)} stands at ${percent(facts.top)} in the polls, which ask about nobody else`;
      case "tie": {
        const { names } = facts.top;
        if (names.length > MAX_NAMES)
          return `${names.length} candidates tied at ${percent(facts.top)} in polls`;
        return names.length === facts.candidates
          ? `Tied at ${percent(facts.top)} in polls`
          : `${list(names)} tied at ${percent(facts.top)} in polls`;
      }
      case "within":
      case "slight":
      case "clear": {
        const { top, next } = facts;
        const leader = namesOf(top);
        const [most, less] = headlineShares(write, top.share, next.share);
        if (facts.case === "clear") return `${leader} leads, ${most} to ${less}, in polls`;
        return facts.case === "slight"
          ? `${leader} has a slight edge, ${most} to ${less}`
          : `About even: ${leader} ${most}, ${namesOf(next)} ${less}`;
      }
    }
  },
  count: countStatement,
  countLine,
  remark,
  disagreement: ({ publisher, candidate, points, ours, margins }) => {
    const by = `${write.points(points)} ${points === 1 ? "point" : "points"}`;
    const average =
      ours.case === "ahead"
        ? `our average has ${ours.candidate} ahead by ${write.share(ours.points)}`
        : `our average has ${ours.names.length > MAX_NAMES ? `${ours.names.length} candidates` : list(ours.names)} tied`;
    return `${publisher} has ${candidate} ahead by ${by}; ${average}. ${MARGINS[margins]}`;
  },
  turnout,
  quiet: ({ what, until, law }) => `${QUIET[what]}: can’t be shown until ${until} (${law})`,
  correction,
  notPassedOn: (rows) =>
    `Figures of this source may be shown on a card, but not passed on as data: ${rows === 1 ? "1 row is" : `${write.count(rows)} rows are`} left out here, with what was computed from them`,
};

const QUIET: Readonly<Record<QuietFigures, string>> = {
  ...common.sections,
  new_polls: "New polls",
  exit_polls: "Exit polls",
};

const MARGINS: Readonly<Record<Margins, string>> = {
  bothInside: "Both gaps are inside the margin of error.",
  oursInside: "The gap in our average is inside the margin of error.",
  theirsInside: "Only the gap in our average is outside the margin of error.",
  bothOutside: "Both gaps are outside the margin of error.",
  tieInside: "That gap is inside the margin of error.",
  tieOutside: "That gap is outside the margin of error of our average.",
};

function percent(place: Place): string {
  return headlineShares(write, place.share, place.share)[0];
}

function namesOf({ names }: Place): string {
  return names.length > MAX_NAMES ? `${names.length} others` : list(names);
}

function turnout(facts: TurnoutFacts): string {
  if (facts.case === "none") return "No ballots have been counted yet";
  const count = write.count(facts.ballots);
  const ballots = facts.rounded ? common.about(count) : count;
  const voted = `${ballots} people have voted early`;
  switch (facts.case) {
    case "cast":
      return `${ballots} ballots have been cast`;
    case "early":
      return voted;
    case "same":
      return `${voted}, about as many as before ${facts.label}`;
    case "percent": {
      const { percent: points, label } = facts;
      const than = `${points < 0 ? "fewer" : "more"} than before ${label}`;
      return `${voted}, ${write.percent(`${Math.abs(points)}`)} ${than}`;
    }
    case "times": {
      const times = facts.times === 2 ? "twice" : `${write.times(facts.times)} times`;
      return `${voted}, ${times} as many as before ${facts.label}`;
    }
  }
}
