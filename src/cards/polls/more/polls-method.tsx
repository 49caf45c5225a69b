import type { PollsMoreWording } from "../../../wording/polls-more.ts";
import { textFor } from "../../../wording/text-for.ts";
import type { PartProps } from "../../card.ts";
import { candidateStyles } from "../../candidate-style.ts";
import { PollTable } from "../poll-table.tsx";
import { AverageByDay } from "./average-by-day.tsx";
import { DISCLOSED, disclosuresOf, isStated } from "./disclosures.ts";
import { methodNotes } from "./method-notes.ts";

/** How the average is made: its method, and all polls with their weights or why they are left out. */
export function PollsMethod(props: PartProps<"polls", PollsMoreWording>) {
  const { summary: polls, sayMore, race, language } = props;
  const { average, disagreement, recent } = polls;
  const styleOf = candidateStyles(race);
  const alone = average.withoutPartisan?.shares.map(
    ({ candidate, share }) => `${styleOf(candidate).name} ${language.write.share(share)}`,
  );
  // What no poll states is said once, and not in every row.
  const never = DISCLOSED.filter((item) => !recent.some((poll) => isStated(poll, item)));
  return (
    <>
      <p>
        {disagreement && `${textFor(disagreement, [language.marks.tag, ...race.languages])} `}
        {sayMore.methods[average.method]}
        {alone && ` ${sayMore.withoutPartisan(alone.join(", "))}`}
      </p>
      {methodNotes(props).map((note) => (
        <p>{note}</p>
      ))}
      <PollTable
        {...props}
        head={sayMore.poll}
        more={(poll) => {
          const input = average.inputs.find((one) => one.poll === poll.id);
          const leftOut = average.leftOut.find((one) => one.poll === poll.id);
          return [
            ...disclosuresOf(poll, never, sayMore),
            input && sayMore.weight(input.weight * 100),
            leftOut && sayMore.leftOut(sayMore.reasons[leftOut.reason]),
          ];
        }}
      />
      {never.length > 0 && <p>{sayMore.neverStated(never)}</p>}
      {polls.trend.length > 1 && <AverageByDay {...props} />}
    </>
  );
}
