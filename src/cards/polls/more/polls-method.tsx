import type { PollsMoreWording } from "../../../wording/polls-more.ts";
import { textFor } from "../../../wording/text-for.ts";
import type { PartProps } from "../../card.ts";
import { candidateStyles } from "../../candidate-style.ts";
import { PollTable } from "../poll-table.tsx";

/** How the average is made: its method, and all polls with their weights or why they are left out. */
export function PollsMethod(props: PartProps<"polls", PollsMoreWording>) {
  const { summary: polls, sayMore, race, language } = props;
  const { average, disagreement } = polls;
  const styleOf = candidateStyles(race);
  const alone = average.withoutPartisan?.shares.map(
    ({ candidate, share }) => `${styleOf(candidate).name} ${language.write.share(share)}`,
  );
  return (
    <>
      <p>
        {disagreement && `${textFor(disagreement, [language.marks.tag, ...race.languages])} `}
        {sayMore.methods[average.method]} {sayMore.populations}
        {alone && ` ${sayMore.withoutPartisan(alone.join(", "))}`}
      </p>
      <PollTable
        {...props}
        head={sayMore.poll}
        more={(poll) => {
          const input = average.inputs.find((one) => one.poll === poll.id);
          const leftOut = average.leftOut.find((one) => one.poll === poll.id);
          return [
            // What a pollster discloses is in its own words, whatever the card speaks.
            poll.mode,
            poll.frame,
            poll.weighting,
            poll.question,
            input && sayMore.weight(input.weight * 100),
            leftOut && sayMore.leftOut(sayMore.reasons[leftOut.reason]),
          ];
        }}
      />
    </>
  );
}
