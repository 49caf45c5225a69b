import { join } from "node:path";
import type { Browser, Page } from "playwright-core";

/** A phone on a slow mobile network, as the budgets name it. */
const ROUND_TRIP_MS = 150;
const BYTES_PER_SECOND = 1_600_000 / 8;
const CPU_SLOWDOWN = 4;
const VIEWPORT = { width: 390, height: 844 };

/** How long a page is watched after its cards are drawn. */
const AFTERWARDS_MS = 500;

/** What one reader with an empty cache met. Times are milliseconds from navigation start. */
export type Visit = {
  /** When the first card's headline, and when its last line was painted. */
  readonly headline: number;
  readonly whole: number;
  /** Addresses asked for by then, in order, without the page's own. */
  readonly requests: readonly string[];
};

/** What a page of cards did to its reader. */
export type Manners = {
  /** Durations in milliseconds of tasks over 50 ms from the moment that the script ran. */
  readonly longTasks: readonly number[];
  /** Sum of all layout shifts. */
  readonly shift: number;
};

/** Opens a page that has one card, and waits until it is there. */
export function timeToCard(browser: Browser, address: string): Promise<Visit> {
  return onSlowPhone(browser, async (page) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(address, { waitUntil: "commit" });
    const [headline, whole] = await page.evaluate<[number, number]>(
      "Promise.all([watched.headline, watched.whole])",
    );
    await checkSlowness(page);
    return { headline, whole, requests: requests.filter((url) => url !== address) };
  });
}

/** Opens a page and watches it until some time after its `cards` are drawn. */
export function watchManners(browser: Browser, address: string, cards: number): Promise<Manners> {
  return onSlowPhone(browser, async (page) => {
    await page.goto(address);
    for (let i = 0; i < cards; i++)
      await page.locator("topline-card footer").nth(i).waitFor({ state: "attached" });
    await page.waitForTimeout(AFTERWARDS_MS);
    return page.evaluate<Manners>(`({
      longTasks: watched.longTasks
        .filter(({ end }) => end >= watched.drawing)
        .map(({ start, end }) => end - start),
      shift: watched.shift,
    })`);
  });
}

async function onSlowPhone<T>(browser: Browser, visit: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: ROUND_TRIP_MS,
      downloadThroughput: BYTES_PER_SECOND,
      uploadThroughput: BYTES_PER_SECOND,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    await page.addInitScript({ path: join(import.meta.dirname, "watch-page.js") });
    return await visit(page);
  } finally {
    await context.close();
  }
}

/** A request that escaped the slow network, a preload for instance, would make the times worthless. */
async function checkSlowness(page: Page): Promise<void> {
  const quick = await page.evaluate<string[]>(`performance.getEntriesByType("resource")
    .filter(({ name, duration }) => name.startsWith("http") && duration < ${ROUND_TRIP_MS})
    .map(({ name, duration }) => name + " took " + duration + " ms")`);
  if (quick.length > 0) throw new Error(`not slowed down: ${quick.join(", ")}`);
}
