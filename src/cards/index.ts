import type { Card } from "./card.ts";
import { history } from "./history/index.ts";
import { money } from "./money/index.ts";
import { polls } from "./polls/index.ts";
import { results } from "./results/index.ts";
import { timeline } from "./timeline/index.ts";
import { turnout } from "./turnout/index.ts";

/**
 * The cards, in the order in which `auto` shows them. This is the one list of them: packs, the
 * element's attribute and the manual's tests are derived from it.
 */
const CARD = { polls, turnout, results, money, history, timeline } as const;

export type CardName = keyof typeof CARD;
export const CARD_NAMES = Object.keys(CARD) as readonly CardName[];

export const CARDS: Readonly<Record<CardName, Card>> = CARD;
