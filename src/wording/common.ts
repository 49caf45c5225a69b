/** Sections that a card may be about. */
export type SectionName =
  | "polls"
  | "turnout"
  | "results"
  | "calls"
  | "money"
  | "history"
  | "timeline";

/** How a ballot was cast. */
export type VoteMode =
  | "early_in_person"
  | "absentee_mail"
  | "election_day"
  | "provisional"
  | "unspecified";

/** What more than one card says. Moments arrive written out. */
export type CommonWording = {
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly test: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  /** A link to the race's JSON. */
  readonly data: string;
  readonly unknownRace: (raceId: string) => string;
  readonly missing: (section: string) => string;
  /** Numbers of so many seconds ago, while asking for newer ones fails. */
  readonly stale: (seconds: number) => string;
  readonly notUpdated: (when: string) => string;
  readonly source: string;
  readonly asOf: (when: string) => string;
  readonly correction: (when: string) => string;
  /** Before a number that is rounded; it may head a sentence. */
  readonly about: (number: string) => string;
  readonly range: (low: string, high: string) => string;
  /** Heads people who may be no candidates. */
  readonly name: string;
  readonly candidate: string;
  readonly otherCandidates: (n: number) => string;
  readonly mode: string;
  readonly modes: Readonly<Record<VoteMode, string>>;
};
