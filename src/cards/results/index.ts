import type { Card } from "../card.ts";
import { resultsMore } from "./more/index.ts";
import { ResultsCard } from "./results-card.tsx";
import { css } from "./sheet.ts";

export const results = {
  sections: ["results", "calls"],
  auto: "after",
  inScript: false,
  component: ResultsCard,
  more: resultsMore,
  asks: true,
  css,
} satisfies Card;
