import { expect, test } from "vitest";
import { until } from "../harness/engines/engine.ts";
import { inEachEngine } from "../harness/engines/in-each-engine.ts";
import { isDrawn, readAtAxes } from "./in-page.ts";

const PAGES = [
  ["a page", "plain.html"],
  ["a page from right to left", "rtl.html"],
  ["a page that unsets all styles", "all-unset.html"],
] as const;

inEachEngine(import.meta.dirname, (open) => {
  test.each(PAGES)("marks stand at their values on the axes in %s", async (_, page) => {
    const tab = await open(page);
    await until(tab, isDrawn);
    const { averages, off, dates, text } = await tab.run(readAtAxes);
    expect(averages.map(({ printed }) => printed)).toEqual([47, 44]);
    // Ticks are whole pixels, so a mark is read to a few tenths of a point.
    for (const { printed, drawn } of averages) expect(Math.abs(printed - drawn)).toBeLessThan(0.3);
    for (const pixels of [...off.x, ...off.y]) expect(Math.abs(pixels)).toBeLessThanOrEqual(1);
    expect(dates[0]).toBeLessThan(dates[1]!);
    expect(text).toContain("42.6 to 51.4");
  });
});
