import type { ResultsMoreWording } from "../../../wording/results.ts";
import type { PartProps } from "../../card.ts";
import { countOf } from "../count-of.ts";
import type { Count } from "../results-facts.ts";

export type ResultsPartProps = PartProps<"results", ResultsMoreWording>;

/** The count that the card itself shows; a part is only opened where there is one. */
export function partCount(props: ResultsPartProps): Count {
  return countOf(props, props.summary.rounds.at(-1)!);
}
