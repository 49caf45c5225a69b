import { beforeAll, expect, test } from "vitest";
import { earlyVote, RACE_ID, testRace } from "../harness/race.ts";
import { openOwnWorld, type OwnWorld } from "../harness/world.ts";

const NEXT_SECONDS = 2;
/** How long an isolate of the Worker may hold what it has read. */
const MEMORY_SECONDS = 5;
const GRACE_SECONDS = 5;

let world: OwnWorld;
let first: number;

beforeAll(async () => {
  const vars = { TOPLINE_NEXT: String(NEXT_SECONDS) };
  world = await openOwnWorld({ folder: import.meta.dirname }, vars);
  first = await world.topline.publish(testRace());
});

test("a changed number reaches an open card by itself, announced and without a shift", async () => {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin);
  const headline = page.locator("topline-card h3");
  await headline.getByText("12,345").waitFor();
  await page.evaluate(() => {
    const live = document.querySelector("topline-card")?.shadowRoot?.querySelector("[aria-live]");
    Object.assign(window, { live });
  });

  const second = await world.topline.publish(testRace({ turnout: earlyVote(23_456) }));
  await headline
    .getByText("23,456")
    .waitFor({ timeout: (NEXT_SECONDS + MEMORY_SECONDS + GRACE_SECONDS) * 1000 });

  // A screen reader speaks up only when the text of a node that was there already changes.
  const announced = await page.evaluate(() => {
    const { live } = window as unknown as { live: Element };
    return { there: live.isConnected, politely: live.ariaLive, text: live.textContent };
  });
  expect(announced).toMatchObject({ there: true, politely: "polite" });
  expect(announced.text).toContain("23,456");

  const heard = await page.evaluate(() => (window as unknown as { heard: unknown }).heard);
  const event = { id: "live", race: RACE_ID, card: "turnout" };
  expect(heard).toMatchObject([
    { type: "ready", publication: first, ...event },
    { type: "update", publication: second, ...event },
  ]);
  expect(watched.errors).toEqual([]);
  expect(await watched.inPage()).toEqual({ shifts: [], violations: [], stored: 0 });
});

test("a card that isn't live keeps its first numbers and asks no more", async () => {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin);
  await page.locator("topline-card h3").waitFor();
  await page.locator("topline-card").evaluate((card) => card.setAttribute("live", "off"));
  const asked = watched.requests.length;
  await page.waitForTimeout(2 * NEXT_SECONDS * 1000);
  expect(watched.requests).toHaveLength(asked);
});

test("a hidden tab doesn't ask, and asks at once when it is shown again", async () => {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin);
  await page.locator("topline-card h3").waitFor();
  await setVisibility("hidden");
  const asked = watched.requests.length;
  await page.waitForTimeout(2 * NEXT_SECONDS * 1000);
  expect(watched.requests).toHaveLength(asked);
  await setVisibility("visible");
  await expect.poll(() => watched.requests.length, { timeout: 500 }).toBe(asked + 1);

  // Headless Chromium shows every tab, so the page is told what it would be told by a real one.
  function setVisibility(state: DocumentVisibilityState): Promise<void> {
    return page.evaluate((now) => {
      Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  }
});
