import type { Section } from "../race/sections/index.ts";
import type { RaceDocument } from "../race/schema/document.ts";
import type { CardName } from "./view.ts";

/** What matters before polls close, and from then on. */
const BEFORE: readonly Section[] = ["polls", "turnout"];
const AFTER: readonly Section[] = ["results"];

/** The sections that a card shows: the one it is named for, or what matters now. */
export function sectionsFor(race: RaceDocument, card: CardName): readonly Section[] {
  if (card !== "auto") return [card];
  const voting = race.status === "upcoming" || race.status === "voting";
  const wanted = race.results && !voting ? AFTER : BEFORE;
  const there = wanted.filter((section) => section in race);
  return there.length > 0 ? there : ["polls"];
}
