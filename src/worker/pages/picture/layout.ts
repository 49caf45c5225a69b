import { cut, type Weight, widthOf, wrap } from "./measure.ts";
import type { Picture, PictureRow } from "./picture.ts";

/** A line of text at its place; `end`: it ends at `x`. */
export type PlacedText = {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly color: "ink" | "muted" | "tone";
  readonly tone?: string | undefined;
  readonly end?: boolean;
};

export type PlacedBar = {
  readonly y: number;
  readonly height: number;
  readonly bar: NonNullable<PictureRow["bar"]>;
  readonly tone?: string | undefined;
};

/** Everything of a picture at its place, in units that are scaled to pixels as a whole. */
export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly bars: readonly PlacedBar[];
  /** Where winners' checks stand: their left end, on the baseline. */
  readonly checks: readonly { readonly x: number; readonly y: number }[];
  /** The baseline of the mark of made-up numbers; null where they are real. */
  readonly test: number | null;
};

export const PADDING = 28;
export const CHECK_WIDTH = 20;
const KICKER = 13;
const HEADLINE = 25;
const LABEL = 16;
const VALUE = 22;
const DETAIL = 13;
const FOOT = 12;
const BAR_HEIGHT = 12;
const GAP = 10;

/**
 * Puts a picture's texts and bars in their places, from the top: what it is of, the headline, the
 * rows; when it was true and who says so stand at the bottom, the date first, so that it is never
 * cut. Where not all rows fit, the last line says how many more there are.
 * @param size in the layout's own units; without a height it is as high as it needs to be
 * @returns null where not even the headline and one row fit
 */
export function layOut(
  picture: Picture,
  { width, height }: { readonly width: number; readonly height: number | null },
): { readonly layout: Layout; readonly whole: boolean } | null {
  const inner = width - 2 * PADDING;
  const texts: PlacedText[] = [];
  const bars: PlacedBar[] = [];
  const checks: { x: number; y: number }[] = [];
  const put = (
    text: string,
    y: number,
    more: Omit<PlacedText, "text" | "y" | "x"> & { x?: number },
  ) => texts.push({ text, y, x: PADDING, ...more });

  let y = PADDING;
  const test = picture.test === null ? null : (y += KICKER);
  if (test !== null) y += GAP;
  const kicker = { size: KICKER, weight: "bold", color: "muted" } as const;
  put(cut(picture.kicker, KICKER, "bold", inner), (y += KICKER), kicker);
  y += 6;
  const headline = { size: HEADLINE, weight: "bold" } as const;
  for (const line of wrap(picture.headline, {
    ...headline,
    width: inner,
    lines: height === null ? 6 : 3,
  }))
    put(line, (y += HEADLINE * 1.22), { ...headline, color: "ink" });
  y += GAP + 6;

  const foot = [picture.asOf, picture.source].filter((part) => part !== "").join(". ");
  const small = { size: FOOT, weight: "regular", color: "muted" } as const;
  const notes = [
    ...(picture.note ? wrap(picture.note, { ...small, width: inner, lines: 2 }) : []),
    ...wrap(foot, { ...small, width: inner, lines: 2 }),
  ];
  const footHeight = notes.length * FOOT * 1.4 + PADDING;
  const bottom = height === null ? Infinity : height - footHeight;

  const { rows } = picture;
  const heights = rows.map((row) => rowHeight(row, inner));
  let shown = 0;
  for (let used = y; shown < rows.length; shown++) {
    used += heights[shown] ?? 0;
    const room = shown === rows.length - 1 ? 0 : LABEL * 1.4;
    if (used + room > bottom) break;
  }
  if (rows.length > 0 && shown === 0) return null;
  rows.slice(0, shown).forEach((row, i) => {
    placeRow(row, y);
    y += heights[i] ?? 0;
  });
  if (shown < rows.length)
    put(`+ ${rows.length - shown}`, (y += LABEL), {
      size: LABEL,
      weight: "regular",
      color: "muted",
    });

  // In a form that is much higher than the card, the card stands a third of the way down.
  const spare = height === null ? 0 : Math.max(0, (bottom - y) / 3);
  const lower = <T extends { readonly y: number }>(one: T) => ({ ...one, y: one.y + spare });
  const placed = {
    texts: texts.map(lower),
    bars: bars.map(lower),
    checks: checks.map(lower),
    test: test && test + spare,
  };
  let line = height === null ? y + GAP / 2 : bottom;
  for (const text of notes)
    placed.texts.push({ text, x: PADDING, y: (line += FOOT * 1.4), ...small });
  const full = height ?? Math.ceil(line + PADDING - FOOT * 0.4);
  return {
    layout: { width, height: full, ...placed },
    whole: shown === rows.length,
  };

  function placeRow(row: PictureRow, top: number): void {
    const { label, value, detail, tone, bar, won = false } = row;
    const valueSize = bar ? VALUE : LABEL;
    const baseline = top + (bar ? VALUE : LABEL);
    const toneOf = { tone, color: tone === undefined ? "ink" : "tone" } as const;
    const end = { x: width - PADDING, end: true } as const;
    put(value, baseline, { size: valueSize, weight: "bold", ...toneOf, ...end });
    const room = inner - widthOf(value, valueSize, "bold") - 16 - (won ? CHECK_WIDTH : 0);
    const lines = labelLines(row, inner);
    const x = PADDING + (won ? CHECK_WIDTH : 0);
    if (won) checks.push({ x: PADDING, y: baseline });
    lines.forEach((text, i) =>
      put(text, baseline + i * LABEL * 1.35, {
        x,
        size: LABEL,
        weight: bar || won ? "bold" : "regular",
        color: "ink",
      }),
    );
    const labelWidth = widthOf(lines.at(-1) ?? label, LABEL, bar || won ? "bold" : "regular");
    const detailWidth = detail ? widthOf(detail, DETAIL, "regular") : Infinity;
    if (detail && labelWidth + 8 + detailWidth <= room)
      put(detail, baseline + (lines.length - 1) * LABEL * 1.35, {
        x: x + labelWidth + 8,
        size: DETAIL,
        weight: "regular",
        color: "muted",
      });
    if (bar) bars.push({ y: baseline + 8, height: BAR_HEIGHT, bar, tone });
  }
}

function labelLines({ label, value, bar, won }: PictureRow, inner: number): readonly string[] {
  const weight = bar || won ? "bold" : "regular";
  const width = inner - widthOf(value, bar ? VALUE : LABEL, "bold") - 16 - (won ? CHECK_WIDTH : 0);
  return wrap(label, { size: LABEL, weight, width, lines: bar ? 1 : 2 });
}

function rowHeight(row: PictureRow, inner: number): number {
  if (row.bar) return VALUE + 8 + BAR_HEIGHT + GAP + 2;
  return labelLines(row, inner).length * LABEL * 1.35 + GAP;
}
