import type { Card } from "../card.ts";
import { PollsCard } from "./polls-card.tsx";

export const polls = {
  sections: ["polls"],
  auto: "before",
  inScript: true,
  component: PollsCard,
} satisfies Card;
