import type { ComponentChildren } from "preact";
import type { Write } from "../../wording/write.ts";
import { DAY_MS } from "../days.ts";
import { Plot } from "./plot.tsx";
import { daysOn, ticksOf } from "./ticks.ts";

/** Flex shares below 1 in all would leave room empty, so values are blown up. */
const FLEX = 100;

/**
 * The frame of a chart over time. `children` draw in days since 1970 and, since y points down,
 * minus the value. Labels stand at their values on the right and make way for each other.
 */
export function Chart(props: {
  readonly title: ComponentChildren;
  readonly from: number;
  readonly to: number;
  /** What the scale must hold, beside the labels' values. */
  readonly values: readonly number[];
  readonly labels: readonly {
    readonly value: number;
    readonly tone?: string;
    readonly text: string;
  }[];
  readonly write: Write;
  readonly children: ComponentChildren;
}) {
  const { from, to, write } = props;
  const labels = [...props.labels];
  labels.sort((a, b) => b.value - a.value);
  const ticks = ticksOf([...props.values, ...labels.map(({ value }) => value)], 2);
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  return (
    <figure part="graphic">
      <figcaption>{props.title}</figcaption>
      {/* New numbers make a new chart: labels that moved would count as a shift of the layout. */}
      <div class="chart" aria-hidden="true" key={`${ticks} ${labels.map(({ text }) => text)}`}>
        <div class="y">
          {ticks.map((value) => (
            <span>{write.points(value)}</span>
          ))}
        </div>
        <div class="plot">
          <Plot left={from} right={to} top={-high} bottom={-low}>
            <path class="grid" d={ticks.map((value) => `M${from} ${-value}H${to}`).join("")} />
            {props.children}
          </Plot>
        </div>
        <div class="ends">
          <i style={`flex-grow:${(high - (labels[0]?.value ?? low)) * FLEX}`} />
          {labels.map(({ value, tone, text }, i) => (
            <b class={tone} style={`flex-grow:${(value - (labels[i + 1]?.value ?? low)) * FLEX}`}>
              {text}
            </b>
          ))}
        </div>
        <div class="x">
          {daysOn(from, to).map((day) => (
            <span style={`left:${((day - from) / (to - from)) * 100}%`}>
              {write.day(day * DAY_MS)}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}

/** A line through points, for a path. */
export function lineThrough(points: readonly (readonly [day: number, value: number])[]): string {
  return `M${points.map(([day, value]) => `${day} ${-value}`).join("L")}`;
}
