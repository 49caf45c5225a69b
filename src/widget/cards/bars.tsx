/** One bar: what it counts, how many, and a word on it. */
export type Bar = {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly percent?: string;
  /** `total` and `reference` are set apart from the parts. */
  readonly kind: "part" | "total" | "reference";
  /** Drawn after the end of the bar, where there is room. */
  readonly after?: string;
};

/** A bar that leaves this much of the width free has room for words after it, in percent. */
const ROOM_FOR_WORDS = 45;

/** A table whose numbers are also bars on one common scale that starts at 0. */
export function Bars(props: {
  readonly caption: string;
  readonly columns: readonly [string, string, string];
  readonly bars: readonly Bar[];
}) {
  const most = Math.max(...props.bars.map(({ value }) => value), 1);
  return (
    <table class="bars" part="graphic">
      <caption class="sr">{props.caption}</caption>
      <thead class="sr">
        <tr>
          {props.columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.bars.map(({ label, value, text, percent, kind, after }) => {
          const width = (value / most) * 100;
          return (
            <tr key={label} class={kind}>
              <th scope="row">{label}</th>
              <td class="n percent">{percent}</td>
              <td class="n">{text}</td>
              <td class="bar">
                <svg aria-hidden="true">
                  <rect width={`${width}%`} height="100%" />
                  {after && width < 100 - ROOM_FOR_WORDS && (
                    <text x={`${width}%`} y="50%" dx="6" dy=".35em">
                      {after}
                    </text>
                  )}
                </svg>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
