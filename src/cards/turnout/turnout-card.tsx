import { textFor } from "../../wording/text-for.ts";
import type { SectionCardProps } from "../card.ts";
import { More } from "../more.tsx";
import { Frame } from "../frame.tsx";
import { Plot } from "../charts/plot.tsx";
import { RunningCount } from "./running-count.tsx";
import { shareOfRegistered } from "./share-of-registered.ts";
import { Table } from "../table.tsx";
import { turnoutFacts } from "./turnout-facts.ts";

/** Ballots cast so far: how many, how, against the reference round, and day by day. */
export function TurnoutCard(props: SectionCardProps<"turnout">) {
  const { summary: turnout, say, race, language } = props;
  const { ballots, registered, reference, daily, share } = turnout;
  const { common, marks, write } = language;
  const tags = [marks.tag, ...race.languages];
  const label = reference && textFor(reference.label, tags);
  const { count } = write;
  const written = (value: number, rounded: boolean) =>
    rounded ? common.about(count(value)) : count(value);
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
      headline={say.headline(turnoutFacts(turnout, tags))}
      asOf={turnout.asOf}
      sources={[turnout, registered, reference].flatMap((from) => from?.source ?? [])}
    >
      {ballots > 0 && (
        <div class="sides">
          <div>
            <Table
              kind="bars"
              head={[common.mode, say.ballots]}
              rows={[
                [say.total, written(ballots, turnout.rounded), bar(ballots, "a")],
                ...turnout.modes.map(({ mode, ballots: value, percent }) => [
                  `${common.modes[mode]}, ${write.percent(write.share(percent))}`,
                  count(value),
                  bar(value, "a faint"),
                ]),
                ...(reference && label !== null
                  ? [
                      [
                        say.totalBefore(label),
                        count(reference.ballots),
                        bar(reference.ballots, "o3"),
                      ],
                    ]
                  : []),
              ]}
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
