/**
 * What the timeline card's sentence is about, days and moments written out. `today`: what is on
 * today, `more` other things beside. `next`: what comes, and when. `past`: what was last. `none`: no
 * dates at all.
 */
export type TimelineFacts =
  | { readonly case: "none" }
  | { readonly case: "today"; readonly text: string; readonly more: number }
  | { readonly case: "next" | "past"; readonly text: string; readonly when: string };

/** What only the timeline card says. */
export type TimelineWording = {
  readonly headline: (facts: TimelineFacts) => string;
  /** Heads the reason for which the seat is open. */
  readonly vacancy: string;
  /** A day of another year than the election's. */
  readonly withYear: (day: string, year: string) => string;
  /** What opens what lies further back. */
  readonly earlier: (events: number) => string;
};
