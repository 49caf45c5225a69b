import type { TurnoutMoreWording } from "../turnout.ts";

export const turnoutMore: TurnoutMoreWording = {
  date: "Date",
};
