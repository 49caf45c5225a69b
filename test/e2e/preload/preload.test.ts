import { afterAll, beforeAll, expect, test } from "vitest";
import { RACE_ID, testRace } from "../harness/race.ts";
import { openWorld, type World } from "../harness/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld({ folder: import.meta.dirname });
  await world.topline.publish(testRace());
});
afterAll(() => world?.close());

test("the preload line's data is used, not asked for again", async () => {
  const { topline, site } = world;
  const { page, watched } = await world.visit();
  await page.goto(site.origin);
  await page.locator("topline-card h3").waitFor();
  expect(watched.errors).toEqual([]);
  expect(watched.requests.toSorted()).toEqual(
    [
      `${site.origin}/`,
      `${topline.origin}/topline.js`,
      `${topline.origin}/v1/races/${RACE_ID}`,
    ].toSorted(),
  );
});
