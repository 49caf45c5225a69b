import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../harness/world.ts";

const PYM = createRequire(import.meta.url).resolve("pym.js");

let world: World;
beforeAll(async () => {
  world = await openWorld({ folder: import.meta.dirname });
});

/** The card in a frame, once it is drawn, and how high its page is. */
async function contentHeight(page: Page, frame: string): Promise<number> {
  const inside = page.frameLocator(frame);
  await inside.locator("topline-card footer").first().waitFor({ state: "attached" });
  return inside.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
}

test.each([280, 420, 720])("frames %i px wide are as high as their cards", async (width) => {
  const { page, watched } = await world.visit({ viewport: { width, height: 900 } });
  await page.route("**/pym.js", (route) => route.fulfill({ path: PYM }));
  await page.goto(world.site.origin);
  for (const frame of ["#pym iframe", "#plain"]) {
    await expect
      .poll(async () => {
        const wanted = await contentHeight(page, frame);
        const has = await page
          .locator(frame)
          .evaluate((node) => node.getBoundingClientRect().height);
        return wanted > 100 ? has - wanted : NaN;
      })
      .toBe(0);
  }
  const heights = await page.evaluate(() => (globalThis as unknown as { heights: object }).heights);
  const plain = await contentHeight(page, "#plain");
  expect(heights).toEqual({ amp: plain, plain });
  expect(watched.errors).toEqual([]);
});
