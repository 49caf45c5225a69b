import type { EntryQuestion } from "./evidence/entry.ts";
import { inMillionths } from "./millionths.ts";
import type { Part, Weighed } from "./weights/weigh.ts";

/** One poll's part in an average, as it is printed. */
export type Input = {
  readonly part: Part;
  readonly question: EntryQuestion;
  /** Whole millionths; those of one average sum to a million. */
  readonly weight: number;
  /** Among how many questions of its survey the entry's weight is shared. */
  readonly of: number;
  /** The weight the shares are computed with: see inputsOf. */
  readonly exact: number;
};

/**
 * The polls of these parts with the weights that are printed, which are also the ones the shares
 * are computed from, so that readers who recompute get the same figures. Only a plain mean of
 * entries that are all alike is computed without them (`exact`): its halves must come out as they
 * do on paper.
 */
export function inputsOf({ parts, partisanScale }: Weighed, method: string): readonly Input[] {
  const questions = parts.flatMap((part) =>
    part.entry.questions.map((question) => {
      const of = part.entry.questions.length;
      return { part, question, of, weight: part.weight / of };
    }),
  );
  const exact = new Map(questions.map(({ question, weight }) => [question, weight]));
  return inMillionths(questions).map((input) => ({
    ...input,
    exact:
      method === "mean" && partisanScale === 1 ? (exact.get(input.question) ?? 0) : input.weight,
  }));
}
