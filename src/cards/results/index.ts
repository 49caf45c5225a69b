import type { Card } from "../card.ts";
import { ResultsCard } from "./results-card.tsx";
import { css } from "./sheet.ts";

export const results = {
  sections: ["results", "calls"],
  auto: "after",
  inScript: false,
  component: ResultsCard,
  css,
} satisfies Card;
