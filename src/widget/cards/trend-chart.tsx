import type { Average, PollsSummary } from "../../race/schema/document.ts";
import { Chart, LEAST_HEIGHT, Line } from "./chart.tsx";
import { dayScaleOf } from "./day-scale.ts";
import { type Format, middleOf } from "./format.ts";
import { type Look, lookOf } from "./look.ts";
import { Mark } from "./mark.tsx";
import { scaleOf } from "./scale.ts";
import { spread } from "./spread.ts";

/** Least distance of two labels at the ends of lines, in pixels. */
const LABEL_GAP = 15;

/** Longest name that a label at the end of a line shows in full, in characters. */
const LONGEST_NAME = 11;

/** Every poll as a mark at the middle of its field work, and the average as a line. */
export function TrendChart(props: {
  readonly polls: PollsSummary;
  /** The candidates to draw, the average's first few. */
  readonly shares: Average["shares"];
  readonly looks: ReadonlyMap<string, Look>;
  readonly format: Format;
}) {
  const { polls, shares, looks, format } = props;
  const marks = polls.recent.map((poll) => ({
    day: middleOf(poll.field),
    shares: shares.map(
      ({ candidate }) => poll.shares.find((s) => s.candidate === candidate)?.share,
    ),
  }));
  const trend = polls.trend.map(({ date, shares: values }) => ({ day: Date.parse(date), values }));
  const days = dayScaleOf([
    ...marks.map(({ day }) => day),
    ...trend.map(({ day }) => day),
    Date.parse(polls.average.asOf),
  ]);
  const values = scaleOf(
    [
      ...marks.flatMap((mark) => mark.shares.filter((share) => share !== undefined)),
      ...trend.flatMap((point) => point.values.slice(0, shares.length)),
      ...shares.map(({ share }) => share),
    ],
    4,
  );
  const y = (value: number) => 100 - values.at(value);
  const wanted = shares.map(({ share }) => (y(share) / 100) * LEAST_HEIGHT);
  const placed = spread(wanted, LABEL_GAP);
  const names = shares.map(({ candidate }) => shorten(lookOf(looks, candidate).name));
  const lines = shares.map(({ candidate, share }, i) => {
    const { tone, shape } = lookOf(looks, candidate);
    const dy = (placed[i] ?? 0) - (wanted[i] ?? 0);
    return { tone, shape, share, dy, name: names[i], i };
  });
  return (
    <Chart
      title={format.messages.trend}
      days={days}
      values={values}
      format={format}
      tick={format.points}
      room={Math.max(...names.map((name) => name.length)) + 6}
    >
      {lines.map(({ tone, shape, i }) => (
        <g class={tone}>
          {marks.map(({ day, shares: found }) => {
            const share = found[i];
            return (
              share !== undefined && (
                <Mark x={days.at(day)} y={y(share)} shape={shape} kind="poll" />
              )
            );
          })}
        </g>
      ))}
      {lines.map(({ tone, shape, share, dy, name, i }) => (
        <g class={tone}>
          <Line
            class={`line k${i % 2}`}
            points={trend.map((point) => [days.at(point.day), y(point.values[i] ?? share)])}
          />
          <Mark x={100} y={y(share)} shape={shape} />
          <text class="direct" x="100%" y={`${y(share)}%`} dx="11" dy={dy + 4}>
            {name} {format.share(share)}
          </text>
        </g>
      ))}
    </Chart>
  );
}

function shorten(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
