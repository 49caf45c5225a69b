import type { CardChoice } from "../../../cards/view.ts";

/**
 * What to reserve for a card whose height nobody has measured, in pixels: what the manual's table
 * gives for the language that takes most.
 */
export const RESERVED_HEIGHTS: Readonly<Record<CardChoice, number>> = {
  polls: 800,
  turnout: 790,
  results: 510,
  money: 660,
  history: 510,
  timeline: 460,
  auto: 1606,
};
