import type { PollsSummary } from "../../race/sections/polls/summary.ts";
import { Chart, lineThrough } from "../charts/chart.tsx";
import { dayOf, middleOf } from "../days.ts";
import { Marks } from "../charts/plot.tsx";
import type { ShownAverage } from "./shown-average.ts";

/** A longer name has no room beside the chart: its number, colour and mark stand there alone. */
const LONG = 14;

/** Every poll as a mark at the middle of its field work, and the average as a line. */
export function TrendChart(props: ShownAverage & { readonly polls: PollsSummary }) {
  const { polls, shares, say } = props;
  const { write } = props.language;
  const to = dayOf(polls.average.asOf);
  const lines = shares.map((drawn, i) => ({
    ...drawn,
    polls: polls.recent.flatMap((poll) =>
      poll.shares
        .filter(({ candidate }) => candidate === drawn.candidate)
        .map(({ share }) => [middleOf(poll.field), share] as const),
    ),
    average: polls.trend.map((day) => [dayOf(day.date), day.shares[i] ?? drawn.share] as const),
  }));
  const points = lines.flatMap((line) => [...line.polls, ...line.average]);
  return (
    <Chart
      title={say.trend}
      from={Math.min(to - 1, ...points.map(([day]) => day))}
      to={to}
      values={points.map(([, value]) => value)}
      labels={lines.map(({ tone, share, name }) => ({
        value: share,
        tone,
        text: `${name.length > LONG ? "" : name} ${write.share(share)}`,
      }))}
      write={write}
    >
      {lines.map((line) => (
        <g class="faint">
          <Marks
            tone={line.tone}
            d={line.polls.map(([day, value]) => `M${day} ${-value}h.01`).join("")}
          />
        </g>
      ))}
      {lines.map(({ tone, share, average }) => (
        <>
          <path class={`line ${tone}`} d={lineThrough(average)} />
          <Marks tone={tone} d={`M${to} ${-share}h.01`} />
        </>
      ))}
    </Chart>
  );
}
