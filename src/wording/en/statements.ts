import { MAX_NAMES, type Margins, type Place, type StatementsWording } from "../statements.ts";
import { list, write } from "./marks.ts";

export const statements: StatementsWording = {
  lead: (facts) => {
    switch (facts.case) {
      case "none":
        return "No polls of this race have been published yet";
      case "old":
        return "No poll of this race is recent enough for an average";
      case "single":
        return `${list(facts.top.names)} stands at ${share(facts.top)} in the polls, which ask about nobody else`;
      case "tie": {
        const { names } = facts.top;
        if (names.length > MAX_NAMES)
          return `${names.length} candidates are tied for first place with ${share(facts.top)} each in the polling average`;
        const at = names.length === facts.candidates ? "at" : "for first place with";
        return `${list(names)} are tied ${at} ${share(facts.top)} in the polling average`;
      }
      case "within": {
        const nobody = facts.candidates === 2 ? "neither" : "nobody";
        return `${figures(facts.top)}, ${figures(facts.next)}: the gap is inside the margin of error and ${nobody} is clearly ahead`;
      }
      case "clear": {
        const { top, next, candidates } = facts;
        const leader = list(top.names);
        const points = write.share(facts.points);
        if (candidates === 2)
          return `${leader} leads ${namesOf(next)} by ${points} points in the polling average, ${share(top)} to ${share(next)}`;
        const of = next.names.length > MAX_NAMES ? "" : ` of ${list(next.names)}`;
        return `${leader} leads ${candidates - 1} others in the polling average with ${share(top)}, ${points} points ahead${of}`;
      }
    }
  },
  disagreement: ({ publisher, candidate, points, ours, margins }) => {
    const by = `${write.points(points)} ${points === 1 ? "point" : "points"}`;
    const average =
      ours.case === "ahead"
        ? `our average has ${ours.candidate} ahead by ${write.share(ours.points)}`
        : `our average has ${ours.names.length > MAX_NAMES ? `${ours.names.length} candidates` : list(ours.names)} tied`;
    return `${publisher} has ${candidate} ahead by ${by}; ${average}. ${MARGINS[margins]}`;
  },
};

const MARGINS: Readonly<Record<Margins, string>> = {
  bothInside: "Both gaps are inside the margin of error.",
  oursInside: "The gap in our average is inside the margin of error.",
  theirsInside: "Only the gap in our average is outside the margin of error.",
  bothOutside: "Both gaps are outside the margin of error.",
  tieInside: "That gap is inside the margin of error.",
  tieOutside: "That gap is outside the margin of error of our average.",
};

function figures(place: Place): string {
  return `${namesOf(place)} ${share(place)}`;
}

function share(place: Place): string {
  return write.percent(write.share(place.share));
}

function namesOf({ names }: Place): string {
  return names.length > MAX_NAMES ? `${names.length} others` : list(names);
}
