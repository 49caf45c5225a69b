import type { Page, Request } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { RACE_ID, testRace } from "../harness/race.ts";
import { openOwnWorld, type OwnWorld } from "../harness/world.ts";

let world: OwnWorld;

beforeAll(async () => {
  const vars = { TOPLINE_NEXT: "1" };
  world = await openOwnWorld({ folder: import.meta.dirname }, vars);
  await world.topline.publish(testRace());
});

function isData(request: Request): boolean {
  return request.url().includes("/v1/");
}

/** How many requests for race data a page has had under way, now and at most. */
function countInFlight(page: Page): { now: number; most: number; all: number } {
  const count = { now: 0, most: 0, all: 0 };
  page.on("request", (request) => {
    if (!isData(request)) return;
    count.now += 1;
    count.all += 1;
    count.most = Math.max(count.most, count.now);
  });
  for (const event of ["requestfinished", "requestfailed"] as const) {
    // Both events have the same listener, but TypeScript resolves only one overload at a time.
    page.on(event as "requestfinished", (request) => {
      if (isData(request)) count.now -= 1;
    });
  }
  return count;
}

test("two scripts and eight cards make one request at a time, whatever comes and goes", async () => {
  const { page, watched } = await world.visit();
  const inFlight = countInFlight(page);
  await page.goto(world.site.origin);
  const cards = page.locator("#cards topline-card h3");
  await expect.poll(() => cards.count()).toBe(8);
  expect(inFlight.all).toBe(1);

  await page.evaluate((race) => {
    const late = document.createElement("topline-card");
    late.setAttribute("race", race);
    late.setAttribute("card", "polls");
    document.querySelector("#cards")?.append(late);
    document.querySelector("topline-card")?.remove();
  }, RACE_ID);
  expect(await cards.count()).toBe(8);
  expect(inFlight.all).toBeLessThanOrEqual(2);

  await expect.poll(() => inFlight.all, { timeout: 5000 }).toBeGreaterThan(3);
  expect(inFlight.most).toBe(1);
  expect(watched.errors).toEqual([]);

  await page.evaluate(() => document.querySelector("#cards")?.replaceChildren());
  const { all } = inFlight;
  await page.waitForTimeout(2500);
  expect(inFlight.all).toBeLessThanOrEqual(all + 1);
});

test("a moved card keeps its numbers and its nodes, and asks nothing", async () => {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin);
  await page.locator("topline-card h3").first().waitFor();
  const kept = await page.evaluate(() => {
    const card = document.querySelector("topline-card")!;
    const headline = card.shadowRoot!.querySelector("h3");
    document.querySelector("#aside")!.append(card);
    return card.shadowRoot!.querySelector("h3") === headline && headline!.isConnected;
  });
  expect(kept).toBe(true);
  await page.evaluate(() => document.querySelector("#cards")!.replaceChildren());
  expect(await page.locator("#aside topline-card h3").count()).toBe(1);
  expect(watched.errors).toEqual([]);
});

test("cards that come and go leave neither listeners nor nodes nor timers behind", async () => {
  const { page, watched } = await world.visit();
  await page.addInitScript(() => {
    const timers = new Set<number>();
    const { setTimeout: set, clearTimeout: clear } = window;
    window.setTimeout = ((run: () => void, ms: number) => {
      const timer = set(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
      return timer;
    }) as typeof setTimeout;
    window.clearTimeout = ((timer: number) => {
      timers.delete(timer);
      clear(timer);
    }) as typeof clearTimeout;
    Object.assign(window, { timers });
  });
  await page.goto(world.site.origin);
  await page.locator("topline-card h3").first().waitFor();

  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await cycle(2);
  const before = await footprint();
  await cycle(20);
  const after = await footprint();
  expect(after.timers).toBe(0);
  expect(after.JSEventListeners).toBeLessThanOrEqual(before.JSEventListeners!);
  expect(after.Nodes).toBeLessThanOrEqual(before.Nodes! + 20);
  expect(watched.errors).toEqual([]);

  /** Adds eight cards, lets them be drawn and takes them away, some before they have numbers. */
  async function cycle(times: number): Promise<void> {
    for (let i = 0; i < times; i++) {
      const drawn = i % 2 === 0;
      await page.evaluate(
        async ([race, wait]) => {
          const place = document.querySelector("#cards")!;
          place.replaceChildren(
            ...Array.from({ length: 8 }, () => {
              const card = document.createElement("topline-card");
              card.setAttribute("race", race);
              return card;
            }),
          );
          if (wait) {
            const last = () => place.lastElementChild!.shadowRoot?.querySelector("h3");
            while (!last()) await new Promise((next) => requestAnimationFrame(next));
          }
          place.replaceChildren();
          await Promise.resolve();
        },
        [RACE_ID, drawn] as const,
      );
    }
  }

  async function footprint(): Promise<Record<string, number>> {
    await page.waitForTimeout(100);
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const timers = await page.evaluate(
      () => (window as unknown as { timers: Set<number> }).timers.size,
    );
    return { timers, ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])) };
  }
});
