import type { TurnoutSummary } from "../../race/sections/turnout/summary.ts";
import { type CardProps, Frame } from "../frame.tsx";
import { More } from "../more.tsx";
import { Plot } from "../charts/plot.tsx";
import { RunningCount } from "./running-count.tsx";
import { shareOfRegistered } from "./share-of-registered.ts";
import { Table } from "../table.tsx";
import { turnoutHeadline } from "./turnout-headline.ts";

/** Ballots cast so far: how many, how, against the reference round, and day by day. */
export function TurnoutCard(props: CardProps & { readonly turnout: TurnoutSummary }) {
  const { turnout, race, format } = props;
  const { ballots, registered, reference, daily, share } = turnout;
  const { messages, count, lang } = format;
  const written = (value: number, rounded: boolean) =>
    rounded ? messages.about(count(value)) : count(value);
  const most = Math.max(ballots, reference?.ballots ?? 0);
  const bar = (value: number, tone = "") => (
    <Plot left={0} right={most}>
      <path class={`bar ${tone}`} d={`M0 0H${value}V1H0`} />
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
              head={[messages.mode, messages.ballots]}
              rows={[
                [messages.total, written(ballots, turnout.rounded), bar(ballots, "a")],
                ...turnout.modes.map(({ mode, ballots: value, percent }) => [
                  `${messages.modes[mode]}, ${format.share(percent)}%`,
                  count(value),
                  bar(value, "a faint"),
                ]),
                ...(reference
                  ? [
                      [
                        `${messages.total} ${messages.before(reference.label[lang])}`,
                        count(reference.ballots),
                        bar(reference.ballots, "o3"),
                      ],
                    ]
                  : []),
              ]}
            />
            {share && registered && (
              <p>
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
            kind="list"
            head={[messages.date, messages.ballots, messages.source]}
            rows={daily.map((day) => [
              format.day(day.date),
              written(day.ballots, day.rounded),
              nameOf(day.source),
            ])}
          />
        </More>
      )}
    </Frame>
  );
}
