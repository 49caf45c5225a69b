import type { TurnoutWording } from "../turnout.ts";
import { common } from "./common.ts";
import { write } from "./marks.ts";

export const turnout: TurnoutWording = {
  headline: (facts) => {
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
        const { percent, label } = facts;
        const than = `${percent < 0 ? "fewer" : "more"} than before ${label}`;
        return `${voted}, ${write.percent(`${Math.abs(percent)}`)} ${than}`;
      }
      case "times": {
        const times = facts.times === 2 ? "twice" : `${write.times(facts.times)} times`;
        return `${voted}, ${times} as many as before ${facts.label}`;
      }
    }
  },
  ballots: "Ballots cast",
  total: "Total",
  totalBefore: (label) => `Total before ${label}`,
  shareOf: (percent) => `${percent} percent of registered voters`,
  passed: (label, when) => `By ${when} the count had passed the total before ${label}`,
  running: (label) => `Running count${label === null ? "" : `; dashed: before ${label}`}`,
  rounded: "rounded",
  byDay: "The count day by day",
};
