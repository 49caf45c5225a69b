import type { Average, RecentPoll } from "../../race/sections/polls/summary.ts";
import type { Drawing } from "../look.ts";
import { Table } from "../table.tsx";

/** How many candidates get a column, on the narrowest screens too. */
const COLUMNS = 3;

/** Polls as a table: who asked whom and when, and what came out. What isn't known is said. */
export function PollTable(
  props: Drawing & {
    /** What heads the column of pollsters. */
    readonly head: string;
    readonly polls: readonly RecentPoll[];
    /** What each poll counts for, where that is to be said. */
    readonly weights?: Average["inputs"];
  },
) {
  const { messages, field, count, points, share: percent } = props.format;
  const shares = props.shares.slice(0, COLUMNS);
  return (
    <Table
      kind="list"
      head={[
        props.head,
        ...shares.map(({ tone, name }) => <span class={tone}>{name}</span>),
        messages.details,
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
            `${sample === null ? messages.noSample : count(sample)} ${
              population?.toUpperCase() ?? messages.noPopulation
            }`,
            marginOfError === null ? messages.noMargin : `±${points(marginOfError)}`,
            sponsor && messages.forSponsor(sponsor),
            poll.internal ? messages.internal : partisan && messages.partisan(partisan),
            input && `${messages.weight} ${percent(input.weight * 100)}%`,
          ]
            .filter(Boolean)
            .join(" · "),
        ];
      })}
    />
  );
}
