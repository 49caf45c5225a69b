/** What can keep a well-formed change from readers until somebody releases it. */
export const RULES = [
  "candidate_gone",
  "counter_falls",
  "early_results",
  "gate_loosened",
  "jump",
  "over_registered",
  "poll_dates",
  "poll_shares",
] as const;
export type Rule = (typeof RULES)[number];

/** Why a change is held, said so that an editor can tell a mistake from a surprise. */
export type Reason = {
  readonly rule: Rule;
  /** The body and what in it, by its keys: `results.1.Fulton.handel`, `polls.538:1:2`. */
  readonly path: string;
  readonly message: string;
  /** What readers have, where there is something to compare. */
  readonly before?: number | string;
  readonly after?: number | string;
};

/** What a race is and would become, and the real time at which somebody asks for it. */
export type Proposal<Data> = {
  /** Null for a new race. */
  readonly before: Data | null;
  readonly after: Data;
  /** An instant, ISO 8601: never the moment to which a race pins its own clock. */
  readonly now: string;
};

/** Looks at what changes: what is in `before` has been accepted and doesn't trip a rule again. */
export type GateRule<Data> = (proposal: Proposal<Data>) => readonly Reason[];
