import type { TurnoutWording } from "../turnout.ts";
export const turnout: TurnoutWording = {
  ballots: "Ballots cast",
  total: "Total",
  totalBefore: (label) => `Total before ${label}`,
  shareOf: (percent) => `${percent} percent of registered voters`,
  running: (label) => `Running count${label === null ? "" : `; dashed: before ${label}`}`,
  rounded: "rounded",
  byDay: "The count day by day",
};
