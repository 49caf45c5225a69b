import type { TurnoutSummary } from "../../race/schema/document.ts";
import { type CardProps, Frame } from "./frame.tsx";
import { More } from "./more.tsx";
import { Plot } from "./plot.tsx";
import { RunningCount } from "./running-count.tsx";
import { shareOfRegistered } from "./share-of-registered.ts";
import { Table } from "./table.tsx";
import { turnoutHeadline } from "./turnout-headline.ts";

/** A bar no longer than this part of the width leaves room for words after it. */
const ROOM_FOR_WORDS = 0.55;

/** Ballots cast so far: how many, how, against the reference round, and day by day. */
export function TurnoutCard(props: CardProps & { readonly turnout: TurnoutSummary }) {
  const { turnout, race, format } = props;
  const { ballots, registered, reference, daily, share } = turnout;
  const { messages, count, lang } = format;
  const written = (value: number, rounded: boolean) =>
    rounded ? messages.about(count(value)) : count(value);
  const most = Math.max(ballots, reference?.ballots ?? 0);
  const bar = (value: number) => (
    <Plot left={0} right={most}>
      <path d={`M0 0H${value}V1H0`} />
    </Plot>
  );
  const nameOf = (id: string) => race.sources.find((source) => source.id === id)?.name ?? id;
  return (
    <Frame
      {...props}
      section="turnout"
      headline={turnoutHeadline(turnout, format)}
      asOf={turnout.asOf}
      sources={[turnout, registered, reference].flatMap((from) => from?.source ?? [])}
    >
      {ballots > 0 && (
        <div class="sides">
          <div>
            <Table
              kind="bars"
              head={[messages.mode, "%", messages.ballots]}
              tones={["total", ...turnout.modes.map(() => "part"), "reference"]}
              rows={[
                [messages.ballotsSoFar, "", written(ballots, turnout.rounded), bar(ballots)],
                ...turnout.modes.map(({ mode, ballots: value, percent }) => [
                  messages.modes[mode],
                  `${format.share(percent)}%`,
                  count(value),
                  bar(value),
                ]),
                ...(reference
                  ? [
                      [
                        messages.before(reference.label[lang]),
                        "",
                        count(reference.ballots),
                        <>
                          {bar(reference.ballots)}
                          {reference.ratio && reference.ballots < most * ROOM_FOR_WORDS && (
                            <b
                              key={most}
                              style={`margin-inline-start:${(reference.ballots / most) * 100}%`}
                            >
                              {messages.timesNow(format.times(reference.ratio))}
                            </b>
                          )}
                        </>,
                      ],
                    ]
                  : []),
              ]}
            />
            {share && registered && (
              <p class="note">
                <b>{messages.shareOf(shareOfRegistered(share, format))}</b> (
                {"count" in registered
                  ? count(registered.count)
                  : messages.range(count(registered.low), count(registered.high))}{" "}
                {registered.basis[lang]}: {nameOf(registered.source)})
              </p>
            )}
          </div>
          {daily.length > 1 && <RunningCount turnout={turnout} format={format} />}
        </div>
      )}
      {daily.length > 1 && (
        <More title={messages.byDay}>
          <Table
            kind=""
            head={[messages.date, messages.source, messages.ballots]}
            rows={daily.map((day) => [
              format.day(day.date),
              nameOf(day.source),
              written(day.ballots, day.rounded),
            ])}
          />
        </More>
      )}
    </Frame>
  );
}
