import type { Average } from "../../race/schema/document.ts";
import type { Format } from "./format.ts";
import { type Look, lookOf } from "./look.ts";
import { Key, Mark } from "./mark.tsx";
import { scaleOf } from "./scale.ts";

/** The average as a mark and its interval as a bar, all candidates on one scale. */
export function AveragePlot(props: {
  readonly shares: Average["shares"];
  readonly looks: ReadonlyMap<string, Look>;
  readonly format: Format;
}) {
  const { shares, looks, format } = props;
  const { messages } = format;
  const scale = scaleOf(
    shares.flatMap(({ low, high }) => [low, high]),
    3,
  );
  return (
    <table class="average" part="graphic">
      <caption>{messages.averageNote}</caption>
      <thead class="sr">
        <tr>
          <th scope="col">{messages.candidate}</th>
          <th scope="col">{messages.interval}</th>
          <th scope="col">{messages.average}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ candidate, share, low, high }) => {
          const { label, shape, tone } = lookOf(looks, candidate);
          return (
            <tr key={candidate} class={tone}>
              <th scope="row">
                <Key shape={shape} /> {label}
              </th>
              <td class="plot">
                <svg aria-hidden="true">
                  {scale.ticks.map((tick) => (
                    <line
                      class="grid"
                      x1={`${scale.at(tick)}%`}
                      x2={`${scale.at(tick)}%`}
                      y2="100%"
                    />
                  ))}
                  <line
                    class="interval"
                    x1={`${scale.at(low)}%`}
                    x2={`${scale.at(high)}%`}
                    y1="50%"
                    y2="50%"
                  />
                  <Mark x={scale.at(share)} y={50} shape={shape} />
                </svg>
                <span class="sr">{messages.range(format.share(low), format.share(high))}</span>
              </td>
              <td class="value">{format.share(share)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot aria-hidden="true">
        <tr>
          <td>&nbsp;</td>
          <td class="plot">
            <svg class="axis">
              {scale.ticks.map((tick, i) => (
                <text x={`${scale.at(tick)}%`} y="1em">
                  {format.points(tick)}
                  {i === scale.ticks.length - 1 && "%"}
                </text>
              ))}
            </svg>
          </td>
          <td>&nbsp;</td>
        </tr>
      </tfoot>
    </table>
  );
}
