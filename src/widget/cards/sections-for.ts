import type { Section } from "../../race/schema/common.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import type { CardName } from "../view.ts";

/** What matters before polls close, and from then on. */
const BEFORE = ["polls", "turnout"] as const satisfies readonly Section[];
const AFTER = ["results"] as const satisfies readonly Section[];

/** The sections that a card shows: the one it is named for, or what matters now. */
export function sectionsFor(race: RaceDocument, card: CardName): readonly Section[] {
  if (card !== "auto") return [card];
  const counting = race.status !== "upcoming" && race.status !== "voting";
  const wanted = counting && race.results ? AFTER : BEFORE;
  const there = wanted.filter((section) => race[section]);
  return there.length > 0 ? there : wanted.slice(0, 1);
}
