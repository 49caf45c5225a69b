import type { Mode, Wording } from "../../race/schema/common.ts";
import type { Section } from "../../race/sections/index.ts";
import type { Average } from "../../race/sections/polls/summary.ts";

/** The languages cards speak: those of the sentences in a race document. */
export type Lang = keyof Wording;

/** Every string of every card, in one language. Dates, and numbers but for small counts, arrive written out. */
export type Messages = {
  readonly locale: string;
  readonly months: readonly string[];
  /** A day of a month, or several of one: `month` is written out or is its first three letters. */
  readonly writeDay: (day: string, month: string) => string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly test: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  /** A link to the race's JSON. */
  readonly data: string;
  readonly unknownRace: (raceId: string) => string;
  readonly missing: (section: string) => string;
  readonly stale: (age: string) => string;
  readonly notUpdated: (when: string) => string;
  readonly source: string;
  readonly asOf: (when: string) => string;
  readonly correction: (when: string) => string;
  readonly about: (number: string) => string;
  readonly range: (low: string, high: string) => string;

  readonly average: string;
  readonly candidate: string;
  readonly interval: string;
  readonly trend: string;
  readonly latest: string;
  readonly poll: string;
  /** Heads what is known of a poll but its shares. */
  readonly details: string;
  readonly noSample: string;
  readonly noPopulation: string;
  readonly noMargin: string;
  /** Explains the short forms LV, RV, A and V. */
  readonly populations: string;
  readonly forSponsor: (sponsor: string) => string;
  readonly internal: string;
  readonly partisan: (party: string) => string;
  readonly otherCandidates: (n: number) => string;
  /** What opens the table of polls with their weights. */
  readonly method: (shown: number, of: number) => string;
  readonly intervalNote: string;
  readonly methods: Readonly<Record<Average["method"], string>>;
  readonly weight: string;

  readonly noBallots: string;
  readonly votedEarly: (ballots: string) => string;
  readonly ballotsCast: (ballots: string) => string;
  /** The reference round as the end of a sentence; its label is a noun phrase with its article. */
  readonly before: (label: string) => string;
  readonly same: (before: string) => string;
  /** More, or with a negative percent fewer, than before. */
  readonly percentMore: (percent: number, before: string) => string;
  readonly times: (times: string, before: string) => string;
  readonly total: string;
  readonly mode: string;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly ballots: string;
  readonly shareOf: (percent: string) => string;
  readonly passed: (before: string, when: string) => string;
  /** The title of the running count; `before` names its dashed line, if it has one. */
  readonly running: (before: string) => string;
  readonly rounded: string;
  readonly byDay: string;
  readonly date: string;
};
