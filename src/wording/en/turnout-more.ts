import type { TurnoutMoreWording } from "../turnout-more.ts";

export const turnoutMore: TurnoutMoreWording = {
  date: "Date",
};
