import type { Card } from "../card.ts";
import { MoneyCard } from "./money-card.tsx";
import { css } from "./sheet.ts";

export const money = {
  sections: ["money"],
  inScript: false,
  component: MoneyCard,
  css,
} satisfies Card;
