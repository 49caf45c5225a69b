import type { TurnoutSummary } from "../../race/schema/document.ts";
import { Chart, Line } from "./chart.tsx";
import { dayScaleOf } from "./day-scale.ts";
import type { Format } from "./format.ts";
import { Key, Mark } from "./mark.tsx";
import { scaleOf } from "./scale.ts";

/** The count day by day, against the whole count of the reference round. */
export function RunningCount(props: { readonly turnout: TurnoutSummary; readonly format: Format }) {
  const { turnout, format } = props;
  const { daily, reference } = turnout;
  const days = dayScaleOf(daily.map(({ date }) => Date.parse(date)));
  const values = scaleOf([0, ...daily.map((d) => d.ballots), reference?.ballots ?? 0], 3);
  const points = daily.map(
    ({ date, ballots }) => [days.at(Date.parse(date)), 100 - values.at(ballots)] as const,
  );
  const line = reference && 100 - values.at(reference.ballots);
  return (
    <Chart
      title={titleOf(turnout, format)}
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
          <text x="100%" y={`${line}%`} dx="10" dy="4">
            {format.count(reference.ballots)}
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

/** What the chart shows, the day the count passed the reference, and what a hollow mark means. */
function titleOf({ daily, reference }: TurnoutSummary, { messages, date, lang }: Format) {
  const before = reference && messages.before(reference.label[lang]);
  const passed = reference && daily.find(({ ballots }) => ballots > reference.ballots);
  return (
    <>
      {!before
        ? messages.running
        : passed
          ? messages.passed(before, date(passed.date))
          : messages.dashed(before)}
      {daily.some(({ rounded }) => rounded) && (
        <small class="hollow">
          {" "}
          <Key shape="circle" /> {messages.rounded}
        </small>
      )}
    </>
  );
}
