import { beforeAll, expect, test } from "vitest";
import { RACE_ID } from "../harness/race.ts";
import { openWorld, type World } from "../harness/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld({ folder: import.meta.dirname });
});

test("the preload line's data is used, not asked for again", async () => {
  const { toplineOrigin, site } = world;
  const { page, watched } = await world.visit();
  await page.goto(site.origin);
  await page.locator("topline-card h3").waitFor();
  expect(watched.errors).toEqual([]);
  expect(watched.requests.toSorted()).toEqual(
    [
      `${site.origin}/`,
      `${toplineOrigin}/topline.js`,
      `${toplineOrigin}/v1/races/${RACE_ID}`,
    ].toSorted(),
  );
});
