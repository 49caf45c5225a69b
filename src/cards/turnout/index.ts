import type { Card } from "../card.ts";
import { TurnoutCard } from "./turnout-card.tsx";

export const turnout = {
  sections: ["turnout"],
  auto: "before",
  inScript: true,
  component: TurnoutCard,
} satisfies Card;
