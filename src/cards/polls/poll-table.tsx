import type { Average, RecentPoll } from "../../race/sections/polls/summary.ts";
import { Table } from "../table.tsx";
import type { ShownAverage } from "./shown-average.ts";

/** How many candidates get a column, on the narrowest screens too. */
const COLUMNS = 3;

/** Polls as a table: who asked whom and when, and what came out. What isn't known is said. */
export function PollTable(
  props: ShownAverage & {
    /** What heads the column of pollsters. */
    readonly head: string;
    readonly polls: readonly RecentPoll[];
    /** What each poll counts for, where that is to be said. */
    readonly weights?: Average["inputs"];
  },
) {
  const { say } = props;
  const { field, count, points, share: percent } = props.language.write;
  const shares = props.shares.slice(0, COLUMNS);
  return (
    <Table
      kind="list"
      head={[
        props.head,
        ...shares.map(({ tone, name }) => <span class={tone}>{name}</span>),
        say.details,
      ]}
      rows={props.polls.map((poll) => {
        const { sample, population, marginOfError, sponsor, partisan } = poll;
        const input = props.weights?.find((one) => one.poll === poll.id);
        return [
          poll.url ? <a href={poll.url}>{poll.pollster}</a> : poll.pollster,
          ...shares.map(({ candidate }) => {
            const found = poll.shares.find((answer) => answer.candidate === candidate);
            return found ? percent(found.share) : "–";
          }),
          [
            field(poll.field),
            `${sample === null ? say.noSample : count(sample)} ${
              population?.toUpperCase() ?? say.noPopulation
            }`,
            marginOfError === null ? say.noMargin : `±${points(marginOfError)}`,
            sponsor && say.forSponsor(sponsor),
            poll.internal ? say.internal : partisan && say.partisan(partisan),
            input && say.weight(input.weight * 100),
          ]
            .filter(Boolean)
            .join(" · "),
        ];
      })}
    />
  );
}
