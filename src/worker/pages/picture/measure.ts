import widths from "./widths.json";

export type Weight = "regular" | "bold";

/** By character, in thousandths of the size of the text. */
const byWeight: Readonly<Record<Weight, ReadonlyMap<number, number>>> = {
  regular: unpack(widths.regular),
  bold: unpack(widths.bold),
};

/** About as wide as most letters: of characters that the fonts lack, whoever draws them decides. */
const UNKNOWN_WIDTH = 700;
/** What no font draws: joiners, direction marks and isolates, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** How wide a line of text is, in the unit of `size`, without kerning. */
export function widthOf(text: string, size: number, weight: Weight): number {
  let width = 0;
  for (const character of text)
    if (!INVISIBLE.test(character))
      width += byWeight[weight].get(character.codePointAt(0) ?? 0) ?? UNKNOWN_WIDTH;
  return (width * size) / 1000;
}

/** Characters that the fonts of pictures don't have, each once. */
export function missingCharacters(text: string): readonly string[] {
  const missing = new Set<string>();
  for (const character of text)
    if (!INVISIBLE.test(character) && !byWeight.regular.has(character.codePointAt(0) ?? 0))
      missing.add(character);
  return [...missing];
}

/**
 * Breaks text into lines that are no wider than `width`, at most `lines` of them; what doesn't fit
 * is cut with an ellipsis. A word that is wider than a line is broken.
 */
export function wrap(
  text: string,
  { size, weight, width, lines }: { size: number; weight: Weight; width: number; lines: number },
): readonly string[] {
  const fits = (line: string) => widthOf(line, size, weight) <= width;
  const found: string[] = [];
  let line = "";
  const words = text.split(" ").flatMap((word) => (fits(word) ? word : pieces(word, fits)));
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    found.push(line);
    line = word;
  }
  found.push(line);
  if (found.length <= lines) return found;
  const kept = found.slice(0, lines);
  let last = kept.at(-1) ?? "";
  while (last !== "" && !fits(`${last}…`)) last = last.slice(0, -1).trimEnd();
  return [...kept.slice(0, -1), `${last}…`];
}

/** One line, cut with an ellipsis where it is too wide. */
export function cut(text: string, size: number, weight: Weight, width: number): string {
  return wrap(text, { size, weight, width, lines: 1 })[0] ?? "";
}

function pieces(word: string, fits: (text: string) => boolean): string[] {
  const found: string[] = [];
  let piece = "";
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (piece !== "" && !fits(piece + segment)) {
      found.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...found, piece];
}

function unpack(runs: readonly (readonly (number | readonly number[])[])[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const [from, each] of runs as readonly [number, readonly number[]][])
    each.forEach((width, i) => found.set(from + i, width));
  return found;
}
