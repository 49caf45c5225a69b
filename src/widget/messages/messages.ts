import type { Mode, Section, Wording } from "../../race/schema/common.ts";
import type { Average } from "../../race/schema/document.ts";

/** The languages cards speak: those of the sentences in a race document. */
export type Lang = keyof Wording;

/** Every string of every card, in one language. Dates, and numbers but for small counts, arrive written out. */
export type Messages = {
  readonly locale: string;
  /** How round thousands are shortened: 150K, 150 mil. */
  readonly compact: "short" | "long";
  readonly sections: Readonly<Record<Section, string>>;
  readonly test: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly openPage: string;
  readonly unknownRace: (raceId: string) => string;
  readonly missing: (section: string) => string;
  readonly stale: (age: string) => string;
  readonly notUpdated: (when: string) => string;
  readonly source: string;
  readonly asOf: (when: string) => string;
  readonly correction: (when: string) => string;
  readonly about: (number: string) => string;
  readonly range: (low: string, high: string) => string;
  /** What a source doesn't say: `what` is the head of its column. */
  readonly unknown: (what: string) => string;

  readonly averageNote: string;
  readonly average: string;
  readonly candidate: string;
  readonly interval: string;
  readonly trend: string;
  readonly latest: string;
  readonly poll: string;
  readonly dates: string;
  readonly sample: string;
  readonly population: string;
  /** Explains the short forms LV, RV, A and V. */
  readonly populations: string;
  readonly margin: string;
  readonly sponsor: string;
  readonly forSponsor: (sponsor: string) => string;
  readonly internal: string;
  readonly partisan: (party: string) => string;
  readonly morePolls: (shown: number, of: number) => string;
  readonly otherCandidates: (n: number) => string;
  readonly how: string;
  readonly intervalNote: string;
  readonly methods: Readonly<Record<Average["method"], string>>;
  readonly weight: string;
  readonly olderPolls: (n: number) => string;

  readonly noBallots: string;
  readonly votedEarly: (ballots: string) => string;
  readonly ballotsCast: (ballots: string) => string;
  /** The reference round as the end of a sentence; its label is a noun phrase. */
  readonly before: (label: string) => string;
  readonly same: (before: string) => string;
  /** More, or with a negative percent fewer, than before. */
  readonly percentMore: (percent: number, before: string) => string;
  readonly times: (times: string, before: string) => string;
  /** Beside the bar of the reference round. */
  readonly timesNow: (times: string) => string;
  readonly ballotsSoFar: string;
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
