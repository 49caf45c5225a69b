import { expect, test } from "vitest";
import { until } from "../harness/engines/engine.ts";
import { inEachEngine } from "../harness/engines/in-each-engine.ts";
import { boxesByPlace, isDrawn, widthsByPlace } from "./in-page.ts";

inEachEngine(import.meta.dirname, (open) => {
  test("nothing that a page hands down moves anything in a card", async () => {
    const tab = await open("handed-down.html");
    await until(tab, isDrawn);
    const { plain, ...others } = await tab.run(boxesByPlace);
    expect(plain!.length).toBeGreaterThan(50);
    expect(Object.keys(others)).toHaveLength(13);
    for (const [place, boxes] of Object.entries(others))
      expect({ [place]: boxes }).toEqual({ [place]: plain });
  });

  test("a parent that fits what it holds fits a card", async () => {
    const tab = await open("widths.html");
    await until(tab, isDrawn);
    const { narrow, ...others } = await tab.run(widthsByPlace);
    expect(narrow).toEqual({ width: 280, out: 0 });
    expect(Object.keys(others)).toHaveLength(10);
    for (const [place, { width, out }] of Object.entries(others)) {
      expect({ place, out }).toEqual({ place, out: 0 });
      expect({ place, wide: width >= 280 }).toEqual({ place, wide: true });
    }
  });
});
