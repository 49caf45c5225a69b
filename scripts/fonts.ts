import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

// node scripts/fonts.ts <folder>
//
// Makes the fonts of pictures (src/worker/pictures/fonts) from the whole ones: the characters of the
// languages that use these scripts, and how wide each is. Fonts change once in years, so what makes
// them is no dependency of the project. Into an empty folder go, with `npm install`:
// @expo-google-fonts/noto-sans, …-arabic, …-hebrew (0.4), subset-font (2.9), opentype.js (2.0).

const [folder = ""] = process.argv.slice(2);
if (!folder) throw new Error("usage: fonts.ts <folder with the packages named in this script>");
const packages = createRequire(join(resolve(folder), "package.json"));
const OUT = join(import.meta.dirname, "../src/worker/pictures/fonts");

type Range = readonly [from: number, to: number];

const LATIN_GREEK_CYRILLIC: readonly Range[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x36f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
  [0x2010, 0x205e],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x2212, 0x2212],
];
const ARABIC: readonly Range[] = [
  [0x600, 0x6ff],
  [0x750, 0x77f],
];
const HEBREW: readonly Range[] = [[0x590, 0x5ff]];

const FACES = [
  ["noto-sans/400Regular/NotoSans_400Regular", LATIN_GREEK_CYRILLIC],
  ["noto-sans/700Bold/NotoSans_700Bold", LATIN_GREEK_CYRILLIC],
  ["noto-sans-arabic/400Regular/NotoSansArabic_400Regular", ARABIC],
  ["noto-sans-arabic/700Bold/NotoSansArabic_700Bold", ARABIC],
  ["noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular", HEBREW],
  ["noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold", HEBREW],
] as const;

type Font = {
  readonly unitsPerEm: number;
  readonly charToGlyph: (text: string) => { readonly index: number; readonly advanceWidth: number };
};

const subset = packages("subset-font") as (
  font: Buffer,
  text: string,
  options: { readonly targetFormat: "sfnt" },
) => Promise<Buffer>;
const { parse } = packages("opentype.js") as { readonly parse: (font: ArrayBuffer) => Font };

/** By weight: runs of characters that the fonts have, each with the widths of its characters. */
const widths: Record<"regular" | "bold", (readonly [from: number, widths: number[]])[]> = {
  regular: [],
  bold: [],
};

await mkdir(OUT, { recursive: true });
for (const [path, ranges] of FACES) {
  const whole = await readFile(packages.resolve(`@expo-google-fonts/${path}.ttf`));
  const font = parse(whole.buffer.slice(whole.byteOffset, whole.byteOffset + whole.byteLength));
  const characters = ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
    .filter((code) => font.charToGlyph(String.fromCodePoint(code)).index !== 0);
  const text = String.fromCodePoint(...characters);
  const name = `${path.split("/").at(-1)?.replace("_400", "-").replace("_700", "-")}.ttf`;
  const small = await subset(whole, text, { targetFormat: "sfnt" });
  await writeFile(join(OUT, name), small);
  const runs = widths[path.endsWith("Bold") ? "bold" : "regular"];
  for (const code of characters) {
    const { advanceWidth } = font.charToGlyph(String.fromCodePoint(code));
    const width = Math.round((advanceWidth * 1000) / font.unitsPerEm);
    const last = runs.at(-1);
    if (last && last[0] + last[1].length === code) last[1].push(width);
    else runs.push([code, [width]]);
  }
  console.log(`${name}: ${characters.length} characters, ${small.length} bytes`);
}
await writeFile(join(OUT, "../../pages/picture/widths.json"), `${JSON.stringify(widths)}\n`);
