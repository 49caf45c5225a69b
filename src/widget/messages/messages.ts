import type { Mode, Section, Wording } from "../../race/schema/common.ts";
import type { Population } from "../../race/schema/polls.ts";

/** The languages cards speak: those of the sentences in a race document. */
export type Lang = keyof Wording;

/** How a turnout headline compares with the reference round. */
export type Comparison =
  | { readonly kind: "times"; readonly times: string }
  | { readonly kind: "twice" | "same" }
  | { readonly kind: "more" | "fewer"; readonly percent: string };

/** Every string of every card, in one language. Numbers and dates arrive already written out. */
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
  readonly unknown: (raceId: string) => string;
  readonly missing: Readonly<Record<Section, string>>;
  readonly nothingYet: string;
  readonly stale: (age: string) => string;
  readonly notUpdated: (when: string) => string;
  readonly source: string;
  readonly asOf: (when: string) => string;
  readonly correction: (when: string) => string;
  readonly and: string;

  readonly average: string;
  readonly candidate: string;
  readonly interval: string;
  readonly range: (low: string, high: string) => string;
  readonly averageNote: string;
  readonly trend: string;
  readonly latest: string;
  readonly poll: string;
  readonly dates: string;
  readonly sample: string;
  readonly margin: string;
  readonly marginUnknown: string;
  readonly sampleUnknown: string;
  readonly populations: Readonly<
    Record<Population, { readonly short: string; readonly long: string }>
  >;
  readonly populationUnknown: string;
  readonly sponsor: string;
  readonly forSponsor: (sponsor: string) => string;
  readonly internal: string;
  readonly partisan: (party: string) => string;
  readonly morePolls: (shown: number, of: number) => string;
  readonly otherCandidates: (n: number) => string;
  readonly how: string;
  readonly intervalNote: string;
  readonly methods: Readonly<Record<"weighted" | "mean" | "decay", string>>;
  readonly weight: string;
  readonly olderPolls: (n: number) => string;

  readonly ballotsSoFar: string;
  readonly noBallots: string;
  readonly votedEarly: (ballots: string) => string;
  readonly ballotsCast: (ballots: string) => string;
  readonly about: (number: string) => string;
  readonly compared: (comparison: Comparison, before: string) => string;
  readonly before: (label: string) => string;
  readonly timesNow: (times: string) => string;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly mode: string;
  readonly ballots: string;
  readonly shareOf: (share: string) => string;
  readonly percent: (value: string) => string;
  readonly percentRange: (low: string, high: string) => string;
  readonly registered: (count: string, basis: string, source: string) => string;
  readonly running: string;
  readonly passed: (before: string, when: string) => string;
  readonly dashed: (before: string) => string;
  readonly rounded: string;
  readonly byDay: string;
  readonly date: string;
};
