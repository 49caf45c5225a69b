import type { Card } from "../card.ts";
import { css } from "./sheet.ts";
import { TimelineCard } from "./timeline-card.tsx";

export const timeline = {
  sections: ["timeline"],
  inScript: false,
  component: TimelineCard,
  css,
} satisfies Card;
