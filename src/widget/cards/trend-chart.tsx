import type { Average, PollsSummary } from "../../race/schema/document.ts";
import { Chart, lineThrough } from "./chart.tsx";
import { dayOf, type Format, middleOf } from "./format.ts";
import type { Look } from "./look.ts";
import { Marks } from "./plot.tsx";
import { ticksOf } from "./ticks.ts";

/** Every poll as a mark at the middle of its field work, and the average as a line. */
export function TrendChart(props: {
  readonly polls: PollsSummary;
  /** The candidates to draw, the average's first few. */
  readonly shares: Average["shares"];
  readonly look: (id: string) => Look;
  readonly format: Format;
}) {
  const { polls, shares, look, format } = props;
  const to = dayOf(polls.average.asOf);
  const lines = shares.map(({ candidate, share }, i) => ({
    ...look(candidate),
    share,
    polls: polls.recent.flatMap((poll) =>
      poll.shares
        .filter((found) => found.candidate === candidate)
        .map((found) => [middleOf(poll.field), found.share] as const),
    ),
    average: polls.trend.map(
      ({ date, shares: values }) => [dayOf(date), values[i] ?? share] as const,
    ),
  }));
  const points = lines.flatMap((line) => [...line.polls, ...line.average]);
  return (
    <Chart
      title={format.messages.trend}
      from={Math.min(to - 1, ...points.map(([day]) => day))}
      to={to}
      ticks={ticksOf(
        [...points, ...lines.map(({ share }) => [to, share] as const)].map(([, value]) => value),
        4,
      )}
      tick={format.points}
      labels={lines.map(({ tone, share, name }) => ({
        value: share,
        tone,
        text: `${name} ${format.share(share)}`,
      }))}
      format={format}
    >
      {lines.map((line) => (
        <g class="polls">
          <Marks
            tone={line.tone}
            d={line.polls.map(([day, value]) => `M${day} ${-value}h.01`).join("")}
          />
        </g>
      ))}
      {lines.map(({ tone, share, average }) => (
        <>
          <path class={`line ${tone}`} d={lineThrough([...average, [to, share]])} />
          <Marks tone={tone} d={`M${to} ${-share}h.01`} />
        </>
      ))}
    </Chart>
  );
}
