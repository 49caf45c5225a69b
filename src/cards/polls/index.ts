import type { Card } from "../card.ts";
import { pollsMore } from "./more/index.ts";
import { PollsCard } from "./polls-card.tsx";

export const polls = {
  sections: ["polls"],
  auto: "before",
  inScript: true,
  component: PollsCard,
  more: pollsMore,
} satisfies Card;
