import { beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../harness/world.ts";

/** All that a publisher has to allow: the script's host to be run and to be asked. */
const POLICY = [
  "default-src 'none'",
  "script-src TOPLINE",
  "connect-src TOPLINE",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

let world: World;

beforeAll(async () => {
  const headers = { "Content-Security-Policy": POLICY };
  world = await openWorld({ folder: import.meta.dirname, headers });
});

test("cards are drawn and styled under a policy without inline styles, with trusted types", async () => {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin);
  await page.locator("topline-card[card=turnout]").getByText("12,345").first().waitFor();

  const border = await page
    .locator("topline-card[card=polls] section")
    .evaluate((card) => getComputedStyle(card).borderTopStyle);
  expect(border).toBe("solid");
  expect(watched.errors).toEqual([]);
  expect(await watched.inPage()).toEqual({ shifts: [], violations: [], stored: 0 });
});

test("opening what a card keeps folded breaks no rule either", async () => {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin);
  const summaries = page.locator("topline-card summary");
  await summaries.first().waitFor();
  for (const summary of await summaries.all()) await summary.click();
  expect(await page.locator("topline-card details:not([open])").count()).toBe(0);
  expect(watched.errors).toEqual([]);
  expect((await watched.inPage()).violations).toEqual([]);
});
