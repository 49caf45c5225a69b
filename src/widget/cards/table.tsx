import type { ComponentChildren } from "preact";

/** A real table: a row's first cell heads it. How columns look is the styles' business. */
export function Table(props: {
  /** Names the table to the styles. */
  readonly kind: string;
  readonly head: readonly ComponentChildren[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** A class for each row, in order. */
  readonly tones?: readonly string[];
}) {
  return (
    <table class={props.kind} part="table">
      <thead>
        <tr>
          {props.head.map((cell) => (
            <th scope="col">{cell}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(([label, ...cells], i) => (
          <tr class={props.tones?.[i]}>
            <th scope="row">{label}</th>
            {/* A new figure is a new cell: one that moved would count as a shift of the layout. */}
            {cells.map((cell) => (
              <td key={`${cell}`}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
