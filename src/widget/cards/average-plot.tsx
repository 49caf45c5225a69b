import type { Average } from "../../race/schema/document.ts";
import type { Format } from "./format.ts";
import type { Look } from "./look.ts";
import { Marks, Plot } from "./plot.tsx";
import { Table } from "./table.tsx";
import { ticksOf } from "./ticks.ts";

/** The average as a mark and its interval as a bar, all candidates on one scale. */
export function AveragePlot(props: {
  readonly shares: Average["shares"];
  readonly look: (id: string) => Look;
  readonly format: Format;
}) {
  const { shares, look, format } = props;
  const { messages } = format;
  const ticks = ticksOf(
    shares.flatMap(({ low, high }) => [low, high]),
    3,
  );
  const left = ticks[0] ?? 0;
  const right = ticks.at(-1) ?? 100;
  const grid = ticks.map((tick) => `M${tick} 0v1`).join("");
  return (
    <Table
      kind="average"
      caption={messages.averageNote}
      head={[messages.candidate, messages.interval, messages.average]}
      tones={shares.map(({ candidate }) => look(candidate).tone)}
      rows={shares.map(({ candidate, share, low, high }) => [
        <span class={look(candidate).tone}>{look(candidate).label}</span>,
        <>
          <Plot left={left} right={right}>
            <path class="grid" d={grid} />
            <path class="interval" d={`M${low} .5H${high}`} />
            <Marks tone={look(candidate).tone} d={`M${share} .5h.01`} />
          </Plot>
          <span class="sr">{messages.range(format.share(low), format.share(high))}</span>
          <span class="axis" aria-hidden="true" key={`${ticks}`}>
            {ticks.map((tick) => (
              <span>{format.points(tick)}</span>
            ))}
          </span>
        </>,
        format.share(share),
      ])}
    />
  );
}
