import { Marks, Plot } from "../charts/plot.tsx";
import { Table } from "../table.tsx";
import { ticksOf } from "../charts/ticks.ts";
import type { ShownAverage } from "./shown-average.ts";

/**
 * The average as a mark, its inner interval as a line and its outer one as a bar, all candidates on
 * one scale. Line and bar differ in shape, so words can name them whatever the colours are.
 */
export function AveragePlot({ shares, language, say }: ShownAverage) {
  const { common, write } = language;
  const ticks = ticksOf(
    shares.flatMap(({ low, high }) => [low, high]),
    3,
  );
  const left = ticks[0] ?? 0;
  const right = ticks.at(-1) ?? 100;
  return (
    <Table
      kind="bars ranges"
      head={[say.average, say.interval, "%"]}
      tones={shares.map(({ tone }) => tone)}
      rows={shares.map(({ tone, label, share, low, high, inner }, i) => [
        <span class={tone}>{label}</span>,
        common.range(write.share(low), write.share(high)),
        write.share(share),
        <>
          <Plot left={left} right={right}>
            <path class="grid" d={ticks.map((tick) => `M${tick} -.3v1.6`).join("")} />
            <path class="bar faint" d={`M${low} 0H${high}V1H${low}`} />
            <path d={`M${inner.low} .5H${inner.high}`} />
            <Marks tone={tone} d={`M${share} .5h.01`} />
          </Plot>
          {i === shares.length - 1 && (
            <div class="x" aria-hidden="true" key={`${ticks}`}>
              {ticks.map((tick) => (
                <span style={`left:${((tick - left) / (right - left)) * 100}%`}>
                  {write.points(tick)}
                </span>
              ))}
            </div>
          )}
        </>,
      ])}
    />
  );
}
