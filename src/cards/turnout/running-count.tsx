import type { TurnoutSummary } from "../../race/sections/turnout/summary.ts";
import { Chart, lineThrough } from "../charts/chart.tsx";
import { dayOf, type Format } from "../format.ts";
import { Marks } from "../charts/plot.tsx";

/** The count day by day, against the whole count of the reference round. */
export function RunningCount(props: { readonly turnout: TurnoutSummary; readonly format: Format }) {
  const { turnout, format } = props;
  const { daily, reference } = turnout;
  const { messages, lang } = format;
  const before = reference ? messages.before(reference.label[lang]) : "";
  const passed = daily.find(({ ballots }) => reference && ballots > reference.ballots);
  const points = daily.map(({ date, ballots }) => [dayOf(date), ballots] as const);
  const from = points[0]?.[0] ?? 0;
  const to = points.at(-1)?.[0] ?? 1;
  const line = lineThrough(points);
  const marks = (rounded: boolean) =>
    daily
      .map((day) => (day.rounded === rounded ? `M${dayOf(day.date)} ${-day.ballots}h.01` : ""))
      .join("");
  const hollow = marks(true);
  return (
    <Chart
      title={
        <>
          {passed ? messages.passed(before, format.date(passed.date)) : messages.running(before)}{" "}
          {hollow && <span class="m2">{messages.rounded}</span>}
        </>
      }
      from={from}
      to={to}
      values={[0]}
      labels={[turnout, ...(reference ? [reference] : [])].map(({ ballots }) => ({
        value: ballots,
        text: format.count(ballots),
      }))}
      format={format}
    >
      <path class="bar area a" d={`${line}V0H${from}`} />
      {reference && <path class="against" d={`M${from} ${-reference.ballots}H${to}`} />}
      <path class="line a" d={line} />
      <Marks tone="a m0" d={marks(false)} />
      <Marks tone="a m2" d={hollow} />
    </Chart>
  );
}
