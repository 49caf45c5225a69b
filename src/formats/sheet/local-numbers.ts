import type { Decimal } from "../../race/schema/written.ts";

type NumberCell = { readonly cell: string; readonly kind: string };

/** Spaces of any width and apostrophes part thousands only. */
const APART = /[\s'’]/g;
const PARTED = /^-?\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/;
/** One group of three behind a point or a comma: thousands, or three decimals. */
const EITHER = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
/** Whole part and decimals, by what stands before decimals. */
const PARTS = {
  point: /^(-?(?:\d{1,3}(?:,\d{3})+|\d+))(?:\.(\d+))?$/,
  comma: /^(-?(?:\d{1,3}(?:\.\d{3})+|\d+))(?:,(\d+))?$/,
} as const satisfies Record<Decimal, RegExp>;

/** Which decimal mark the cells leave no doubt about; null where none does, or where they differ. */
export function decimalSaid(cells: Iterable<NumberCell>): Decimal | null {
  const found = new Set<Decimal>();
  for (const { cell, kind } of cells) {
    const one = decimalOf(withoutMarks(cell, kind), kind);
    if (one !== null) found.add(one);
    if (found.size > 1) return null;
  }
  return [...found][0] ?? null;
}

function decimalOf(cell: string, kind: string): Decimal | null {
  // The last of two marks stands before decimals, the other between thousands.
  const both = /^-?\d{1,3}(?:([.,])\d{3})+([.,])\d+$/.exec(cell);
  if (both !== null && both[1] !== both[2]) return both[2] === "." ? "point" : "comma";
  const thousands = /^-?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/.exec(cell);
  if (thousands !== null) return thousands[1] === "." ? "comma" : "point";
  if (EITHER.test(cell) && kind !== "percent") return null;
  const decimals = /^-?\d+([.,])\d+$/.exec(cell);
  if (decimals === null) return null;
  return decimals[1] === "." ? "point" : "comma";
}

/**
 * A number as Topline writes it; as it is where it can't be told what it means.
 * @param isSaid whether somebody said what stands before decimals: `25.000` is 25 then, and may be
 */
export function plainNumber(
  cell: string,
  kind: string,
  decimal: Decimal | null,
  isSaid: boolean,
): string {
  const bare = withoutMarks(cell, kind);
  if (/^-?\d+$/.test(bare)) return bare;
  if (decimal === null) return cell;
  const parts = PARTS[decimal].exec(bare);
  if (parts === null) return cell;
  const [, whole = "", decimals] = parts;
  const isDoubtful = !isSaid && kind !== "percent" && EITHER.test(bare) && decimals !== undefined;
  if (isDoubtful) return cell;
  const digits = whole.replaceAll(/[.,]/g, "");
  if (decimals === undefined) return digits;
  const written = `${digits}.${decimals}`;
  // Readers of counts refuse what may be thousands; what was said to be decimals isn't that any more.
  if (!isSaid || kind === "percent" || !EITHER.test(written)) return written;
  return Number(decimals) === 0 ? digits : `${written}0`;
}

function withoutMarks(cell: string, kind: string): string {
  const bare = kind === "percent" ? cell.replace(/\s?%$/, "") : cell;
  return PARTED.test(bare) ? bare.replace(APART, "") : bare;
}

/** Whether a cell may be thousands as well as decimals: 25.000, 1,234. */
export function isEither(cell: string): boolean {
  return EITHER.test(cell);
}
