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

test("a card asks as soon as the network is back", async () => {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin);
  const card = page.locator("topline-card");
  await card.getByText("12,345").first().waitFor();
  await page.context().setOffline(true);
  // Later failures wait longer and longer: this is past the second.
  await card.locator(".age").waitFor({ timeout: 20_000 });
  const asked = watched.requests.length;
  await page.context().setOffline(false);
  await expect.poll(() => watched.requests.length, { timeout: 500 }).toBeGreaterThan(asked);
  await card.locator(".age").waitFor({ state: "detached" });
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
  const race = testRace();
  await topline.publish({ ...race, race: { ...race.race, id: "test-other-race" } });
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

  await topline.start();
  await written.locator("h3").first().waitFor();
  await bare.locator("h3").first().waitFor();
  expect(await page.getByText("See the count").isVisible()).toBe(false);
});

test("numbers that can't be drawn leave what the publisher wrote, and hurt nobody", async () => {
  const { topline, site } = world;
  const { page, watched } = await world.visit();
  await page.goto(site.origin);
  await page.locator("topline-card h3").waitFor();

  await topline.put(
    "test-broken-race",
    JSON.stringify({ schema: 1, id: "test-broken-race", polls: {} }),
  );
  const heard = page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("topline:error", (event) =>
          resolve((event as CustomEvent).detail),
        );
        const card = document.createElement("topline-card");
        card.setAttribute("race", "test-broken-race");
        card.append(document.createElement("em"));
        card.firstElementChild!.textContent = "The publisher’s own words";
        document.querySelector("#cards")!.append(card);
      }),
  );
  expect(await heard).toMatchObject({ race: "test-broken-race", reason: "drawing" });
  expect(await page.getByText("The publisher’s own words").isVisible()).toBe(true);
  expect(await page.locator("topline-card h3").count()).toBe(1);
  // Told to whoever looks into the console, but never thrown into the page.
  expect(watched.errors).toHaveLength(1);
  expect(watched.errors[0]).toMatch(/^topline:/);
});
