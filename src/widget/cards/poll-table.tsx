import type { Average, RecentPoll } from "../../race/schema/document.ts";
import type { Format } from "./format.ts";
import type { Look } from "./look.ts";
import { Table } from "./table.tsx";

/** Polls as a table: who asked whom and when, and what came out. What isn't known is said. */
export function PollTable(props: {
  /** What heads the column of pollsters. */
  readonly head: string;
  readonly polls: readonly RecentPoll[];
  /** The candidates that get a column, the average's first few. */
  readonly shares: Average["shares"];
  readonly look: (id: string) => Look;
  readonly format: Format;
}) {
  const { shares, look, format } = props;
  const { messages } = format;
  const looks = shares.map(({ candidate }) => look(candidate));
  const longest = Math.max(...looks.map(({ name }) => name.length));
  const { dates, sample, margin, sponsor } = messages;
  return (
    <Table
      kind="poll-list"
      style={`--name:${longest + 1.5}ch;--columns:${looks.length}`}
      head={[
        props.head,
        dates,
        sample,
        margin,
        sponsor,
        ...looks.map(({ name, tone }) => <span class={tone}>{name}</span>),
      ]}
      rows={props.polls.map((poll) => [
        poll.url ? <a href={poll.url}>{poll.pollster}</a> : poll.pollster,
        format.field(poll.field),
        <>
          {poll.sample === null ? messages.unknown(sample) : format.count(poll.sample)}{" "}
          {poll.population ? (
            <abbr title={messages.populations}>{poll.population.toUpperCase()}</abbr>
          ) : (
            `(${messages.unknown(messages.population)})`
          )}
        </>,
        poll.marginOfError === null
          ? messages.unknown(margin)
          : `±${format.points(poll.marginOfError)}`,
        backers(poll, format),
        ...shares.map(({ candidate }) => {
          const found = poll.shares.find((answer) => answer.candidate === candidate);
          return found ? format.share(found.share) : "–";
        }),
      ])}
    />
  );
}

/** Who paid for a poll, and whose side made it, if anybody's. */
function backers({ sponsor, internal, partisan }: RecentPoll, { messages }: Format): string {
  return [
    sponsor && messages.forSponsor(sponsor),
    internal ? messages.internal : partisan && messages.partisan(partisan),
  ]
    .filter(Boolean)
    .join(", ");
}
