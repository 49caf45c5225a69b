import { beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../harness/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld({ folder: import.meta.dirname });
});

test("a race that doesn't exist is named, once asked for, and told to the page", async () => {
  const { toplineOrigin, site } = world;
  const { page, watched } = await world.visit();
  await page.goto(site.origin);
  await page.locator("#bare").getByText("no-such-race").waitFor();
  await page.locator("#nonsense").getByText("No such race!").waitFor();
  expect(await page.getByText("The publisher’s own words").isVisible()).toBe(true);
  expect(await page.locator("#written section").count()).toBe(0);

  const asked = watched.requests.filter((address) => address.includes("/v1/"));
  expect(asked).toEqual([`${toplineOrigin}/v1/races/no-such-race`]);
  const heard = await page.evaluate(() => (window as unknown as { heard: unknown }).heard);
  const unknown = { race: "no-such-race", card: "auto", reason: "unknown" };
  expect(heard).toEqual([{ ...unknown, race: "No such race!" }, unknown, unknown]);
});
