import type { Card } from "../card.ts";
import { HistoryCard } from "./history-card.tsx";
import { css } from "./sheet.ts";

export const history = {
  sections: ["history"],
  inScript: false,
  component: HistoryCard,
  css,
} satisfies Card;
