import type { Average, RecentPoll } from "../../race/schema/document.ts";
import type { Format } from "./format.ts";
import { type Look, lookOf } from "./look.ts";
import { Key } from "./mark.tsx";
import { Sample } from "./sample.tsx";

/** Polls as a table: who asked whom and when, and what came out. */
export function PollTable(props: {
  /** What heads the column of pollsters. */
  readonly head: string;
  readonly polls: readonly RecentPoll[];
  /** The candidates that get a column, the average's first few. */
  readonly shares: Average["shares"];
  readonly looks: ReadonlyMap<string, Look>;
  readonly format: Format;
}) {
  const { shares, looks, format } = props;
  const { messages } = format;
  const names = shares.map(({ candidate }) => lookOf(looks, candidate).name);
  const longest = Math.max(...names.map((name) => name.length));
  const meta = [messages.dates, messages.sample, messages.margin, messages.sponsor];
  return (
    <table
      class="poll-list"
      part="table"
      style={{ "--name": `${longest + 1.5}ch`, "--columns": names.length }}
    >
      <thead>
        <tr>
          <th scope="col">{props.head}</th>
          {meta.map((head) => (
            <th scope="col" class="meta">
              {head}
            </th>
          ))}
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
            <th scope="row">{poll.url ? <a href={poll.url}>{poll.pollster}</a> : poll.pollster}</th>
            <td class="meta">{format.field(poll.field)}</td>
            <td class="meta">
              <Sample poll={poll} format={format} />
            </td>
            <td class="meta">
              {poll.marginOfError === null
                ? messages.marginUnknown
                : `±${format.points(poll.marginOfError)}`}
            </td>
            <td class="meta">{backers(poll, format)}</td>
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
