import type { SectionName } from "./common.ts";
import type { CountFacts, CountLineFacts, RemarkFacts } from "./count-statement.ts";
import type { CorrectionFacts } from "./correction.ts";
import type { TurnoutFacts } from "./turnout.ts";

/** The candidates with one printed share: their names, and the share in percent. */
export type Place = { readonly names: readonly string[]; readonly share: number };

/**
 * How the first candidates of an average stand to each other. `candidates` is how many there are.
 * `none`: no polls. `few`: too few or too old. `single`: only one candidate was asked about.
 * `within`: the lead is inside sampling error. `slight`: outside that only. `clear`: outside all
 * known error.
 */
export type LeadFacts =
  | { readonly case: "none" | "few" }
  | { readonly case: "single"; readonly top: Place }
  | { readonly case: "tie"; readonly top: Place; readonly candidates: number }
  | { readonly case: "within" | "slight" | "clear"; readonly top: Place; readonly next: Place };

/** Which of the two gaps are inside the margin of error; `tie…` when our own average has no gap. */
export type Margins =
  | "bothInside"
  | "oursInside"
  | "theirsInside"
  | "bothOutside"
  | "tieInside"
  | "tieOutside";

/** Somebody else's average has another candidate ahead than ours. */
export type DisagreementFacts = {
  readonly publisher: string;
  readonly candidate: string;
  readonly points: number;
  readonly ours:
    | { readonly case: "ahead"; readonly candidate: string; readonly points: number }
    | { readonly case: "tie"; readonly names: readonly string[] };
  readonly margins: Margins;
};

/** Figures that a law can forbid to show: of a section, or some of them. */
export type QuietFigures = SectionName | "new_polls" | "exit_polls";

/** Figures that must not be shown until a moment, which is written out, and the law that says so. */
export type QuietFacts = {
  readonly what: QuietFigures;
  readonly until: string;
  readonly law: string;
};

/** The sentences that a race document carries in each language. Cards only show them. */
export type StatementsWording = {
  readonly lead: (facts: LeadFacts) => string;
  readonly disagreement: (facts: DisagreementFacts) => string;
  readonly turnout: (facts: TurnoutFacts) => string;
  /** How a count stands, or what callers and offices say of it. */
  readonly count: (facts: CountFacts) => string;
  /** How far it is, and when. */
  readonly countLine: (facts: CountLineFacts) => string;
  readonly remark: (facts: RemarkFacts) => string;
  /** Stands in the place of figures that a law forbids to show. */
  readonly quiet: (facts: QuietFacts) => string;
  /** What readers had wrong, and what is right: without a full stop at its end. */
  readonly correction: (facts: CorrectionFacts) => string;
  /** Why a section lacks so many rows of a source that may be shown, but not passed on as data. */
  readonly notPassedOn: (rows: number) => string;
};

/** Most names that such a sentence can hold in one list; more are counted. */
export const MAX_NAMES = 3;
