import type { TurnoutSummary } from "../../race/sections/turnout/summary.ts";
import type { CardLanguage } from "../../wording/language.ts";
import type { TurnoutWording } from "../../wording/turnout.ts";
import { Chart, lineThrough } from "../charts/chart.tsx";
import { dayOf } from "../days.ts";
import { Marks } from "../charts/plot.tsx";

/** The count day by day, against the whole count of the reference round. */
export function RunningCount(props: {
  readonly turnout: TurnoutSummary;
  /** What the reference round is called, where there is one. */
  readonly label: string | null;
  readonly say: TurnoutWording;
  readonly language: CardLanguage;
}) {
  const { turnout, label, say } = props;
  const { daily, reference } = turnout;
  const { write } = props.language;
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
          {say.running(label)} {hollow && <span class="m2">{say.rounded}</span>}
        </>
      }
      from={from}
      to={to}
      values={[0]}
      labels={[turnout, ...(reference ? [reference] : [])].map(({ ballots }) => ({
        value: ballots,
        text: write.count(ballots),
      }))}
      write={write}
    >
      <path class="bar area a" d={`${line}V0H${from}`} />
      {reference && <path class="against" d={`M${from} ${-reference.ballots}H${to}`} />}
      <path class="line a" d={line} />
      <Marks tone="a m0" d={marks(false)} />
      <Marks tone="a m2" d={hollow} />
    </Chart>
  );
}
