import { beforeAll, expect, test } from "vitest";
import { testRace } from "../harness/race.ts";
import { openOwnWorld, type OwnWorld } from "../harness/world.ts";

let world: OwnWorld;

beforeAll(async () => {
  const vars = { TOPLINE_NEXT: "1" };
  world = await openOwnWorld({ folder: import.meta.dirname }, vars);
  await world.topline.publish(testRace());
});

test("an outage leaves an open card its numbers, with their age, and ends by itself", async () => {
  const { topline, site } = world;
  const { page, watched } = await world.visit();
  await page.goto(site.origin);
  const card = page.locator("topline-card");
  await card.getByText("12,345").first().waitFor();
  expect(await card.locator(".age").count()).toBe(0);

  await topline.stop();
  await card.locator(".age").waitFor();
  expect(await card.locator(".age").innerText()).toContain("ago");
  expect(await card.locator("h3").innerText()).toContain("12,345");

  await topline.start();
  await card.locator(".age").waitFor({ state: "detached", timeout: 20_000 });
  expect(await card.locator("h3").innerText()).toContain("12,345");
  expect((await watched.inPage()).shifts).toEqual([]);
});

test("an outage from the start leaves the page what the publisher wrote", async () => {
  const { topline, site } = world;
  await topline.stop();
  try {
    const { page } = await world.visit();
    await page.goto(site.origin);
    await page.waitForTimeout(300);
    expect(await page.getByText("The early vote").isVisible()).toBe(true);
  } finally {
    await topline.start();
  }
});

test("with the script but no numbers, what the publisher wrote stays until there are some", async () => {
  const { topline, site } = world;
  const { page, watched } = await world.visit();
  await page.goto(site.origin);
  await page.locator("topline-card h3").waitFor();

  await topline.stop();
  await page.locator("#cards").evaluate((cards) => {
    const written = document.createElement("topline-card");
    written.setAttribute("race", "test-other-race");
    written.append(document.createElement("em"));
    written.firstElementChild!.textContent = "See the count on our live page";
    const bare = document.createElement("topline-card");
    bare.setAttribute("race", "test-other-race");
    cards.replaceChildren(written, bare);
  });
  const [written, bare] = [
    page.locator("topline-card").first(),
    page.locator("topline-card").last(),
  ];
  const retry = bare.getByRole("button");
  await retry.waitFor();
  expect(await written.getByText("See the count").isVisible()).toBe(true);
  expect(await written.getByRole("button").count()).toBe(0);

  const asked = watched.requests.length;
  await retry.click();
  await expect.poll(() => watched.requests.length).toBe(asked + 1);
  await retry.waitFor();

  const race = testRace();
  await topline.publish({ ...race, race: { ...race.race, id: "test-other-race" } });
  await topline.start();
  await written.locator("h3").first().waitFor();
  await bare.locator("h3").first().waitFor();
  expect(await page.getByText("See the count").isVisible()).toBe(false);
});
