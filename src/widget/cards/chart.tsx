import type { ComponentChildren } from "preact";
import type { Format } from "./format.ts";
import type { Scale } from "./scale.ts";

/** The smallest height a chart's plot gets, in pixels; it grows into whatever room is spare. */
export const LEAST_HEIGHT = 100;

/**
 * The frame of a chart over time: values up, days along, room for labels at the right. All
 * places are percent, so the drawing stretches with its box and its text doesn't.
 */
export function Chart(props: {
  readonly title: ComponentChildren;
  readonly days: Scale;
  readonly values: Scale;
  readonly format: Format;
  readonly tick: (value: number) => string;
  /** Room for labels right of the plot, in characters. */
  readonly room: number;
  readonly children: ComponentChildren;
}) {
  const { days, values, format, tick } = props;
  const last = days.ticks.length - 1;
  const gutter = Math.max(...values.ticks.map((value) => tick(value).length)) + 1;
  return (
    <figure part="graphic">
      <figcaption>{props.title}</figcaption>
      <div class="chart" aria-hidden="true">
        <svg style={{ "--room": `${props.room}ch`, "--gutter": `${gutter}ch` }}>
          {values.ticks.map((value) => {
            const y = `${100 - values.at(value)}%`;
            return (
              <>
                <line class="grid" x2="100%" y1={y} y2={y} />
                <text class="y" y={y} dx="-6" dy=".35em">
                  {tick(value)}
                </text>
              </>
            );
          })}
          {days.ticks.map((day, i) => (
            <text
              class={i === 0 ? "start" : i === last ? "end" : "mid"}
              x={`${days.at(day)}%`}
              y="100%"
              dy="1.4em"
            >
              {format.day(day)}
            </text>
          ))}
          {props.children}
        </svg>
      </div>
    </figure>
  );
}

/** A line through points that are in percent of the plot; its width doesn't stretch. */
export function Line(props: {
  readonly points: readonly (readonly [number, number])[];
  readonly class: string;
  /** Closes the line down to the bottom of the plot, to be filled. */
  readonly area?: boolean;
}) {
  const { points } = props;
  const path = `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}`;
  const close = props.area ? `V100H${round(points[0]?.[0] ?? 0)}Z` : "";
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none">
      <path class={props.class} d={path + close} vector-effect="non-scaling-stroke" />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
