import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { layoutFaults } from "../../gallery/boxes.ts";
import { type Case, galleryCases, WIDTHS } from "../../gallery/cases.ts";
import { galleryPage } from "../../gallery/page.ts";
import { galleryStates } from "../../gallery/states.ts";
import { openOwnWorld, type OwnWorld } from "../harness/world.ts";

let world: OwnWorld;
let cases: readonly Case[];

beforeAll(async () => {
  world = await openOwnWorld({ folder: import.meta.dirname });
  const states = await galleryStates();
  for (const { document } of states) await world.topline.put(document.id, JSON.stringify(document));
  cases = galleryCases(states);
});

/** A page with the cards of one width, all drawn. */
async function open(width: number): Promise<Page> {
  const { page } = await world.visit({ viewport: { width: 1700, height: 900 } });
  await page.goto(`${world.site.origin}/blank.html`);
  const shown = cases.filter((one) => one.width === width);
  await page.setContent(galleryPage(world.toplineOrigin, shown));
  const footers = page.locator("topline-card footer");
  await expect.poll(() => footers.count(), { timeout: 30_000 }).toBe(shown.length);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

test("every state meets every width, theme and language, and those each other", () => {
  const pairs = (of: (one: Case) => string) => new Set(cases.map(of)).size;
  const states = cases.length / WIDTHS.length;
  const [languages, themes] = [pairs(({ lang }) => lang), pairs(({ theme }) => theme)];
  const id = ({ state }: Case) => state.document.id;
  expect(pairs((one) => `${id(one)} ${one.width}`)).toBe(states * WIDTHS.length);
  expect(pairs((one) => `${id(one)} ${one.theme}`)).toBe(states * themes);
  expect(pairs((one) => `${id(one)} ${one.lang}`)).toBe(states * languages);
  expect(pairs(({ width, theme }) => `${width} ${theme}`)).toBe(WIDTHS.length * themes);
  expect(pairs(({ width, lang }) => `${width} ${lang}`)).toBe(WIDTHS.length * languages);
  expect(pairs(({ theme, lang }) => `${theme} ${lang}`)).toBe(themes * languages);
});

test.each(WIDTHS)(
  "at %i px nothing is cut, nothing overlaps, and axes stand at their lines",
  async (width) => {
    const page = await open(width);
    expect(await page.evaluate(layoutFaults)).toEqual([]);
  },
);

test.each(WIDTHS)("at %i px axe finds nothing", async (width) => {
  const page = await open(width);
  const { violations } = await new AxeBuilder({ page }).exclude("html > head").analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect(found).toEqual([]);
});
