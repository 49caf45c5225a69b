import type { RaceDocument } from "../../race/schema/document.ts";
import type { ResultsSummary } from "../../race/sections/results/summary.ts";
import type { JointCall } from "../../race/statements/joint-calls.ts";
import type { CardLanguage } from "../../wording/language.ts";
import type { ResultsWording } from "../../wording/results.ts";
import type { CandidateStyle } from "../candidate-style.ts";
import type { Round, Standing } from "./standing.ts";

/** What the card knows of a count, and the words for it. */
export type Count = {
  readonly race: RaceDocument;
  readonly results: ResultsSummary;
  readonly round: Round;
  readonly standing: readonly Standing[];
  /** Those of them that have a bar. */
  readonly shown: readonly Standing[];
  /** How many of them are elected, or go on; null for one, and as long as it is early. */
  readonly places: number | null;
  readonly calls: readonly JointCall[];
  /** The part of the whole that decides, as a fraction: "1/2", "3/5"; null where none does. */
  readonly line: string | null;
  readonly styleOf: (id: string) => CandidateStyle;
  readonly say: ResultsWording;
  readonly language: CardLanguage;
};

/** The office that certified the count last; none while the race isn't certified. */
export function certifiedBy({ status, certified }: RaceDocument) {
  return status === "certified" ? certified.at(-1) : undefined;
}

/** Candidates as sentences name them. */
export function namesOf(ids: Iterable<string>, { styleOf }: Count): readonly string[] {
  return Array.from(ids, (id) => styleOf(id).name);
}
