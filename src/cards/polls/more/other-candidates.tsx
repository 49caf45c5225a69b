import type { PollsMoreWording } from "../../../wording/polls-more.ts";
import { DRAWN_CANDIDATES } from "../../../race/sections/polls/pass-on.ts";
import type { PartProps } from "../../card.ts";
import { candidateStyles } from "../../candidate-style.ts";
import { isMain } from "../shown-average.ts";

/** The average of candidates who aren't drawn: the smaller ones, and those whom only some polls asked about. */
export function OtherCandidates(props: PartProps<"polls", PollsMoreWording>) {
  const { shares } = props.summary.average;
  const { write } = props.language;
  const labelOf = (id: string) => candidateStyles(props.race)(id).label;
  const others = [
    ...shares
      .filter(isMain)
      .slice(DRAWN_CANDIDATES)
      .map(({ candidate, share }) => `${labelOf(candidate)} ${write.share(share)}`),
    ...shares.flatMap(({ candidate, askedBy }) =>
      askedBy
        ? `${labelOf(candidate)} ${write.share(askedBy.share)} (${props.sayMore.askedBy(askedBy.polls, askedBy.of)})`
        : [],
    ),
  ];
  return <p>{others.join(", ")}</p>;
}
