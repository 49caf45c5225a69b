import { initWasm, Resvg } from "@resvg/resvg-wasm";
import wasm from "@resvg/resvg-wasm/index_bg.wasm";
import sansBold from "./fonts/NotoSans-Bold.ttf";
import sansRegular from "./fonts/NotoSans-Regular.ttf";
import arabicBold from "./fonts/NotoSansArabic-Bold.ttf";
import arabicRegular from "./fonts/NotoSansArabic-Regular.ttf";
import hebrewBold from "./fonts/NotoSansHebrew-Bold.ttf";
import hebrewRegular from "./fonts/NotoSansHebrew-Regular.ttf";

const FONTS = [sansRegular, sansBold, arabicRegular, arabicBold, hebrewRegular, hebrewBold].map(
  (font) => new Uint8Array(font),
);

let ready: Promise<void> | null = null;

/**
 * An SVG as PNG. The one place that knows what draws.
 * @param width in pixels; the height follows
 */
export async function toPng(svg: string, width: number): Promise<Uint8Array> {
  await (ready ??= initWasm(wasm));
  const drawing = new Resvg(svg, {
    fitTo: { mode: "width", value: width },
    font: { fontBuffers: FONTS, defaultFontFamily: "Noto Sans", sansSerifFamily: "Noto Sans" },
  });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}
