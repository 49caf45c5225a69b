import { textFor } from "../../wording/text-for.ts";
import type { SectionCardProps } from "../card.ts";
import { More } from "../more.tsx";
import { Frame } from "../frame.tsx";
import { Plot } from "../charts/plot.tsx";
import { RunningCount } from "./running-count.tsx";
import { shareOfRegistered } from "./share-of-registered.ts";
import { Table } from "../table.tsx";

/** Ballots cast so far: how many, how, against the reference round, and day by day. */
export function TurnoutCard(props: SectionCardProps<"turnout">) {
  const { summary: turnout, say, race, language } = props;
  const { ballots, modes, registered, reference, daily, share } = turnout;
  const { common, write } = language;
  const tags = [language.marks.tag, ...race.languages];
  const label = reference && textFor(reference.label, tags);
  const { count } = write;
  const written = (value: number, rounded: boolean) =>
    rounded ? common.about(count(value)) : count(value);
  const most = Math.max(ballots, reference?.ballots ?? 0);
  // Modes stand one after the other in the bar of all, from dark to light.
  const faded = (i: number) => 1 - (0.75 * i) / Math.max(modes.length, 2);
  let end = 0;
  const nameOf = (id: string) => race.sources.find((source) => source.id === id)?.name ?? id;
  return (
    <Frame
      {...props}
      headline={textFor(turnout.statement, tags)}
      asOf={turnout.asOf}
      sources={[turnout, registered, reference].flatMap((from) => from?.source ?? [])}
    >
      {ballots > 0 && (
        <div class="sides">
          <div>
            <Table
              kind="bars"
              head={[say.ballots]}
              rows={[
                [
                  say.total,
                  written(ballots, turnout.rounded),
                  <Plot left={0} right={most}>
                    {modes.map((one, i) => (
                      <path
                        class="bar a"
                        opacity={faded(i)}
                        d={`M${end} 0V1H${(end += one.ballots)}V0`}
                      />
                    ))}
                  </Plot>,
                ],
                ...(reference && label !== null
                  ? [
                      [
                        say.totalBefore(label),
                        count(reference.ballots),
                        <Plot left={0} right={most}>
                          <path class="bar rest" d={`M0 0H${reference.ballots}V1H0`} />
                        </Plot>,
                      ],
                    ]
                  : []),
              ]}
            />
            <Table
              kind="keys"
              head={[common.mode, say.ballots, "%"]}
              rows={modes.map(({ mode, ballots: value, percent }, i) => [
                <>
                  <Plot left={0} right={1}>
                    <path class="bar a" opacity={faded(i)} d="M0 0H1V1H0" />
                  </Plot>
                  {common.modes[mode]}
                </>,
                count(value),
                write.share(percent),
              ])}
            />
            {share && registered && (
              <p>
                <b>{say.shareOf(shareOfRegistered(share, language))}</b> (
                {"count" in registered
                  ? count(registered.count)
                  : common.range(count(registered.low), count(registered.high))}{" "}
                {textFor(registered.basis, tags)}: {nameOf(registered.source)})
              </p>
            )}
          </div>
          {daily.length > 1 && <RunningCount {...{ turnout, label, say, language }} />}
        </div>
      )}
      {daily.length > 1 && <More {...props} title={say.byDay} opens="byDay" />}
    </Frame>
  );
}
