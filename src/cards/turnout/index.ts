import type { Card } from "../card.ts";
import { turnoutMore } from "./more/index.ts";
import { TurnoutCard } from "./turnout-card.tsx";

export const turnout = {
  sections: ["turnout"],
  auto: "before",
  inScript: true,
  component: TurnoutCard,
  more: turnoutMore,
} satisfies Card;
