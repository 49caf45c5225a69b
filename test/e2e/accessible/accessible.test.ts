import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../harness/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld({ folder: import.meta.dirname });
});

const READERS: readonly (readonly [string, string, BrowserContextOptions])[] = [
  ["in a light page", "/", { colorScheme: "light" }],
  ["in a dark page", "/", { colorScheme: "dark" }],
  ["on a screen 320 pixels wide", "/", { viewport: { width: 320, height: 640 } }],
  ["in Spanish", "/es.html", {}],
];

test.each(READERS)("axe finds nothing wrong with the cards %s", async (_, path, options) => {
  const { page } = await world.visit(options);
  await page.goto(world.site.origin + path);
  await page.locator("topline-card[card=turnout]").getByText("12,345").first().waitFor();
  for (const summary of await page.locator("topline-card summary").all()) await summary.click();

  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual(
    [],
  );
  // axe did look inside the cards: their text is what there is to check the contrast of.
  const contrast = passes.find(({ id }) => id === "color-contrast");
  expect(contrast?.nodes.length).toBeGreaterThan(20);
});

test("a narrow screen doesn't scroll sideways", async () => {
  const { page } = await world.visit({ viewport: { width: 320, height: 640 } });
  await page.goto(world.site.origin);
  await page.locator("topline-card[card=turnout]").getByText("12,345").first().waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(320);
});

test("cards speak the language of the part of the page they stand in", async () => {
  const { page } = await world.visit();
  await page.goto(`${world.site.origin}/es.html`);
  const card = page.locator("topline-card[card=polls] section");
  await card.getByText("Ensayo: alcaldía").waitFor();
  expect(await card.getAttribute("lang")).toBe("es");
  await page.locator("topline-card[card=polls]").evaluate((el) => el.setAttribute("lang", "en"));
  await card.getByText("Rehearsal: mayor").waitFor();
});
