import type { RecentPoll } from "../../race/sections/polls/summary.ts";
import { Table } from "../table.tsx";
import type { ShownAverage, ShownCandidate } from "./shown-average.ts";

/** How many candidates get a column, on the narrowest screens too. */
const COLUMNS = 3;

/** Polls as a table: who asked whom and when, and what came out. What isn't known is said. */
export function PollTable(
  props: Pick<ShownAverage, "language" | "say"> & {
    /** Who has a column, as far as there is room. */
    readonly shares: readonly ShownCandidate[];
    /** What heads the column of pollsters. */
    readonly head: string;
    readonly polls: readonly RecentPoll[];
    /** What else is to be said of a poll. */
    readonly more?: (poll: RecentPoll) => readonly (string | undefined)[];
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
        const { sample, population, partisan } = poll;
        const link = poll.reportUrl ?? poll.url;
        return [
          link ? <a href={link}>{poll.pollster}</a> : poll.pollster,
          ...shares.map(({ candidate }) => {
            const found = poll.shares.find((one) => one.candidate === candidate);
            return found ? percent(found.share) : "–";
          }),
          [
            field(poll.field),
            `${sample === null ? say.noSample : count(sample)} ${
              population?.toUpperCase() ?? say.noPopulation
            }`,
            poll.probability === false
              ? say.noProbability
              : poll.marginOfError === null
                ? say.noMargin
                : `±${points(poll.marginOfError)}`,
            poll.others?.map(({ name, share }) => `${name} ${percent(share)}`),
            [poll.sponsor, poll.funder].map((payer) => payer && say.forSponsor(payer)),
            poll.internal ? say.internal : partisan && say.partisan(partisan),
            props.more?.(poll),
          ]
            .flat()
            .filter(Boolean)
            .join(" · "),
        ];
      })}
    />
  );
}
