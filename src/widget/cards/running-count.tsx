import type { TurnoutSummary } from "../../race/schema/document.ts";
import { Chart, Line } from "./chart.tsx";
import { dayScaleOf } from "./day-scale.ts";
import type { Format } from "./format.ts";
import { Mark } from "./mark.tsx";
import { scaleOf } from "./scale.ts";

/** The count day by day, against the whole count of the reference round. */
export function RunningCount(props: { readonly turnout: TurnoutSummary; readonly format: Format }) {
  const { turnout, format } = props;
  const { daily, reference } = turnout;
  const { messages } = format;
  const days = dayScaleOf(daily.map(({ date }) => Date.parse(date)));
  const values = scaleOf([0, ...daily.map((d) => d.ballots), reference?.ballots ?? 0], 3);
  const points = daily.map(
    ({ date, ballots }) => [days.at(Date.parse(date)), 100 - values.at(ballots)] as const,
  );
  const before = reference && messages.before(reference.label[format.lang]);
  const passed = reference && daily.find(({ ballots }) => ballots > reference.ballots);
  const line = reference && 100 - values.at(reference.ballots);
  return (
    <Chart
      title={passed && before ? messages.passed(before, format.day(passed.date)) : messages.running}
      days={days}
      values={values}
      format={format}
      tick={format.short}
      room={8}
    >
      <Line class="area" points={points} area />
      {reference && line !== null && (
        <g class="against">
          <line x2="100%" y1={`${line}%`} y2={`${line}%`} />
          <text x="0" y={`${line}%`} dy="-5">
            {format.count(reference.ballots)} {before}
          </text>
        </g>
      )}
      <Line class="line" points={points} />
      {points.map(([x, y], i) => (
        <Mark x={x} y={y} shape="circle" kind={daily[i]?.rounded ? "hollow" : ""} />
      ))}
      <text class="direct" x="100%" y={`${points.at(-1)?.[1] ?? 0}%`} dx="10" dy="4">
        {format.count(turnout.ballots)}
      </text>
    </Chart>
  );
}
