import type { Average, RecentPoll } from "../../race/schema/document.ts";
import type { Format } from "./format.ts";
import { type Look, lookOf } from "./look.ts";
import { Key } from "./mark.tsx";

/** Polls as a table: who asked whom and when, and what came out. */
export function PollTable(props: {
  readonly caption: string;
  readonly polls: readonly RecentPoll[];
  /** The candidates that get a column, the average's first few. */
  readonly shares: Average["shares"];
  readonly looks: ReadonlyMap<string, Look>;
  readonly format: Format;
}) {
  const { shares, looks, format } = props;
  const { messages } = format;
  return (
    <table class="polls" part="table">
      <caption class="sr">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.poll}</th>
          <th scope="col" class="meta">
            {messages.dates}
          </th>
          <th scope="col" class="meta">
            {messages.sample}
          </th>
          <th scope="col" class="meta">
            {messages.margin}
          </th>
          {shares.map(({ candidate }) => {
            const { name, shape, tone } = lookOf(looks, candidate);
            return (
              <th scope="col" class={`n ${tone}`}>
                <Key shape={shape} /> {name}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {props.polls.map((poll) => (
          <tr key={poll.id}>
            <th scope="row">
              {poll.url ? <a href={poll.url}>{poll.pollster}</a> : poll.pollster}
              <small>{backers(poll, format)}</small>
            </th>
            <td class="meta">{format.field(poll.field)}</td>
            <td class="meta">{sampled(poll, format)}</td>
            <td class="meta">
              {poll.marginOfError === null
                ? messages.marginUnknown
                : `±${format.points(poll.marginOfError)}`}
            </td>
            {shares.map(({ candidate }) => {
              const found = poll.shares.find((s) => s.candidate === candidate);
              return <td class="n">{found ? format.share(found.share) : "–"}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who paid for a poll, and whose side made it, if anybody's. */
function backers(poll: RecentPoll, { messages }: Format): string {
  return [
    poll.sponsor && messages.forSponsor(poll.sponsor),
    poll.internal ? messages.internal : poll.partisan && messages.partisan(poll.partisan),
  ]
    .filter(Boolean)
    .join(", ");
}

/** 500 likely voters: what isn't known is said. */
function sampled({ sample, population }: RecentPoll, { messages, count }: Format): string {
  if (sample === null) {
    return population === null
      ? messages.sampleUnknown
      : `${messages.sampleUnknown}, ${messages.populations[population]}`;
  }
  return population === null
    ? `${count(sample)}, ${messages.populationUnknown}`
    : `${count(sample)} ${messages.populations[population]}`;
}
