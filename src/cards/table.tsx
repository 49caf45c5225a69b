/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- in a grid the roles are not redundant: see below */
import type { ComponentChildren } from "preact";

/** A head alone stands over all columns; no table has more. */
const WHOLE_WIDTH = 9;

/**
 * A real table: a row's first cell heads it. How columns look is the styles' business; where that
 * is a grid, Safari would forget that it is a table, so the roles are said.
 * https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html
 */
export function Table(props: {
  /** Names the table to the styles. */
  readonly kind: string;
  readonly head: readonly ComponentChildren[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** A class for each row, in order. */
  readonly tones?: readonly string[];
}) {
  return (
    <table
      class={props.kind}
      part="table"
      role="table"
      aria-label={typeof props.head[0] === "string" ? props.head[0] : undefined}
    >
      <thead role="rowgroup">
        <tr role="row">
          {props.head.map((cell) => (
            <th
              scope="col"
              role="columnheader"
              colSpan={props.head.length === 1 ? WHOLE_WIDTH : undefined}
            >
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map(([label, ...cells], i) => (
          <tr class={props.tones?.[i]} role="row">
            <th scope="row" role="rowheader">
              {label}
            </th>
            {/* A new figure is a new cell: one that moved would count as a shift of the layout. */}
            {cells.map((cell, n) => (
              <td key={`${n} ${cell}`} role="cell">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
