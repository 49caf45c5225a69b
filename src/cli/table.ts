import { stripVTControlCharacters } from "node:util";

export type Align = "left" | "right";

/**
 * Columns under each other, two spaces apart, without trailing space. Widths are counted in
 * characters as a terminal shows them: colour codes take no room.
 */
export function table(
  rows: readonly (readonly string[])[],
  aligns: readonly Align[] = [],
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  return rows.map((row) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0, aligns[i] ?? "left"))
      .join("  ")
      .trimEnd(),
  );
}

function pad(cell: string, width: number, align: Align): string {
  const space = " ".repeat(width - widthOf(cell));
  return align === "left" ? cell + space : space + cell;
}

function widthOf(cell: string): number {
  return [...stripVTControlCharacters(cell)].length;
}
