import { beforeAll, expect, test } from "vitest";
import { RACE_ID } from "../harness/race.ts";
import { openWorld, type World } from "../harness/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld({ folder: import.meta.dirname });
});

test("an article shows both cards' numbers, and the page notices nothing else", async () => {
  const { toplineOrigin, site } = world;
  const { page, watched } = await world.visit();
  await page.goto(site.origin);
  const polls = page.locator("topline-card[card=polls]");
  const turnout = page.locator("topline-card[card=turnout]");
  await turnout.getByText("12,345").first().waitFor();

  const text = await polls.locator("section").innerText();
  expect(text).toContain("Second");
  expect(text).toMatch(/4[678]\.\d/);
  expect(await page.getByText("The polls", { exact: true }).isVisible()).toBe(false);

  expect(watched.requests).toEqual([
    `${site.origin}/`,
    `${toplineOrigin}/topline.js`,
    `${toplineOrigin}/v1/races/${RACE_ID}`,
  ]);
  expect(watched.errors).toEqual([]);
  expect(await watched.inPage()).toEqual({ shifts: [], violations: [], stored: 0 });
  expect(await page.context().cookies()).toEqual([]);
});
