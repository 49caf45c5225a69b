import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../harness/world.ts";

const PYM = createRequire(import.meta.url).resolve("pym.js");

/** A frame tells its height again for seconds. */
const LONG = { timeout: 10_000 };

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
      }, LONG)
      .toBe(0);
  }
  const heights = await page.evaluate(() => (globalThis as unknown as { heights: object }).heights);
  const plain = await contentHeight(page, "#plain");
  expect(heights).toEqual({ amp: plain, plain });
  expect(watched.errors).toEqual([]);
});

test("a listener that comes after the frame, as WordPress's may, hears the height all the same", async () => {
  const { page } = await world.visit();
  await page.goto(world.site.origin);
  const address = `${world.toplineOrigin}/embed/test-springfield-mayor/polls#?secret=aBc123`;
  await page.evaluate((src) => {
    const frame = Object.assign(document.createElement("iframe"), { id: "late", src });
    document.body.append(frame);
  }, address);
  await page.frameLocator("#late").locator("topline-card footer").waitFor();
  await page.waitForTimeout(300);
  await page.evaluate(() =>
    addEventListener("message", ({ data }) => {
      if (data.message !== "height" || data.secret !== "aBc123") return;
      document.getElementById("late")!.setAttribute("height", data.value);
    }),
  );
  const wanted = await contentHeight(page, "#late");
  await expect.poll(() => page.locator("#late").getAttribute("height"), LONG).toBe(String(wanted));
});
