import type { Average, RecentPoll } from "../../race/schema/document.ts";
import type { Format } from "./format.ts";

/** How the average is made, and what each poll counts for in it. */
export function Weights(props: {
  readonly average: Average;
  readonly polls: readonly RecentPoll[];
  readonly format: Format;
}) {
  const { average, format } = props;
  const { messages } = format;
  const known = new Map(props.polls.map((poll) => [poll.id, poll]));
  const older = average.inputs.filter(({ poll }) => !known.has(poll));
  const percent = (weight: number) => `${format.share(weight * 100)}%`;
  return (
    <details>
      <summary>{messages.how}</summary>
      <p>
        {messages.methods[average.method]} {messages.intervalNote}
      </p>
      <table part="table">
        <thead>
          <tr>
            <th scope="col">{messages.poll}</th>
            <th scope="col" class="n">
              {messages.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {average.inputs.map(({ poll: id, weight }) => {
            const poll = known.get(id);
            return (
              poll && (
                <tr key={id}>
                  <th scope="row">
                    {poll.pollster}, {format.field(poll.field)}
                  </th>
                  <td class="n">{percent(weight)}</td>
                </tr>
              )
            );
          })}
          {older.length > 0 && (
            <tr>
              <th scope="row">{messages.olderPolls(older.length)}</th>
              <td class="n">{percent(older.reduce((sum, { weight }) => sum + weight, 0))}</td>
            </tr>
          )}
        </tbody>
      </table>
    </details>
  );
}
