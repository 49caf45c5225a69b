/** Where a cell stands, from 1; null for what names none. */
export type CellPlace = { readonly row: number; readonly column: number };

/** `B5` is row 5, column 2. */
export function cellPlace(ref: string): CellPlace | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

/** Row 5, column 2 is `B5`. */
export function cellName({ row, column }: CellPlace): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}
