import type { TurnoutSummary } from "../../race/schema/document.ts";
import { Bars } from "./bars.tsx";
import { type CardProps, Frame } from "./frame.tsx";
import { RunningCount } from "./running-count.tsx";
import { shareOfRegistered } from "./share-of-registered.ts";
import { turnoutHeadline } from "./turnout-headline.ts";

/** Ballots cast so far: how many, how, against the reference round, and day by day. */
export function TurnoutCard(props: CardProps & { readonly turnout: TurnoutSummary }) {
  const { turnout, race, format } = props;
  const { messages, count, lang } = format;
  const { registered, reference, daily, share } = turnout;
  const nameOf = (id: string) => race.sources.find((s) => s.id === id)?.name ?? id;
  const sources = [
    turnout.source,
    ...(registered ? [registered.source] : []),
    ...(reference ? [reference.source] : []),
    ...daily.map(({ source }) => source),
  ];
  return (
    <Frame
      {...props}
      section="turnout"
      headline={turnoutHeadline(turnout, format)}
      asOf={turnout.asOf}
      sources={sources}
    >
      <div class="sides">
        <div>
          {turnout.ballots > 0 && (
            <Bars
              caption={messages.mode}
              columns={[messages.mode, "%", messages.ballots]}
              bars={[
                {
                  label: messages.ballotsSoFar,
                  value: turnout.ballots,
                  text: turnout.rounded
                    ? messages.about(count(turnout.ballots))
                    : count(turnout.ballots),
                  kind: "total" as const,
                },
                ...turnout.modes.map(({ mode, ballots, percent }) => ({
                  label: messages.modes[mode],
                  value: ballots,
                  text: count(ballots),
                  percent: `${format.share(percent)}%`,
                  kind: "part" as const,
                })),
                ...(reference
                  ? [
                      {
                        label: capitalise(messages.before(reference.label[lang])),
                        value: reference.ballots,
                        text: count(reference.ballots),
                        kind: "reference" as const,
                        ...(reference.ratio !== null && {
                          after: messages.timesNow(format.times(reference.ratio)),
                        }),
                      },
                    ]
                  : []),
              ]}
            />
          )}
          {share && registered && turnout.ballots > 0 && (
            <p class="note">
              <b>{messages.shareOf(shareOfRegistered(share, format))}</b>{" "}
              {messages.registered(
                "count" in registered
                  ? count(registered.count)
                  : messages.range(count(registered.low), count(registered.high)),
                registered.basis[lang],
                nameOf(registered.source),
              )}
            </p>
          )}
        </div>
        {daily.length > 1 && <RunningCount turnout={turnout} format={format} />}
      </div>
      {daily.length > 1 && (
        <details>
          <summary>{messages.byDay}</summary>
          <table part="table">
            <thead>
              <tr>
                <th scope="col">{messages.date}</th>
                <th scope="col" class="n">
                  {messages.ballots}
                </th>
                <th scope="col">{messages.source}</th>
              </tr>
            </thead>
            <tbody>
              {daily.map((day) => (
                <tr key={day.date}>
                  <th scope="row">{format.day(day.date)}</th>
                  <td class="n">
                    {day.rounded ? messages.about(count(day.ballots)) : count(day.ballots)}
                  </td>
                  <td>{nameOf(day.source)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Frame>
  );
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
