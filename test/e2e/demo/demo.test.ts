import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startDemoHost } from "../../../scripts/demo-host.ts";
import { quietPort } from "../../../scripts/free-port.ts";
import { readRaceFolder } from "../../../src/cli/folder/race-folder.ts";
import { Topline } from "../harness/topline.ts";
import { watch } from "../harness/watch.ts";

// The demo article itself, with the demo race, as `npm start` serves it, but under a strict policy.

const ROOT = join(import.meta.dirname, "../../..");
const RACE = "us-ga-06-2017-runoff";
const POLICY =
  "default-src 'none'; script-src TOPLINE; connect-src TOPLINE; style-src 'self'; require-trusted-types-for 'script'";

let topline: Topline;
let browser: Browser;
let article: string;

beforeAll(async () => {
  const demo = await readRaceFolder(join(ROOT, "races", RACE));
  if (!demo.ok) throw new Error(JSON.stringify(demo.faults));
  topline = await Topline.open();
  await topline.publish(demo.value);
  browser = await chromium.connect(inject("browserEndpoint"));
  const port = await quietPort();
  const host = await startDemoHost(join(ROOT, "public/demo"), topline.origin, port, {
    "Content-Security-Policy": POLICY,
  });
  afterAll(() => void host.close());
  article = `http://localhost:${port}/`;
});

afterAll(async () => {
  await browser.close();
  await topline.close();
});

test.each([1000, 360])(
  "the demo article shows the morning's numbers at %i px under a strict policy, and nothing moves",
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const watched = await watch(page);
    await page.goto(article);
    const polls = page.locator("topline-card[card=polls] section");
    const turnout = page.locator("topline-card[card=turnout] section");
    await turnout.getByText("The count day by day").waitFor();
    await polls.getByText("weights, method").waitFor();

    const pollsText = await polls.innerText();
    for (const shown of ["Ossoff 49%", "Handel 48%", "Handel 49, Ossoff 48", "45.0 to 53.2"])
      expect(pollsText.replaceAll("\u00a0", " ")).toContain(shown);
    const turnoutText = await turnout.innerText();
    for (const shown of ["140,308", "114,537", "25,771", "56,830", "26 to 27 percent"])
      expect(turnoutText.replaceAll("\u00a0", " ")).toContain(shown);

    const history = page.locator("topline-card[card=history] section");
    await history.getByText("Who has held the seat").waitFor();
    const historyText = await history.innerText();
    for (const shown of ["since 1979", "62%", "ahead by less than 2 points", "1992 and 2012"])
      expect(historyText.replaceAll("\u00a0", " ")).toContain(shown);

    const timeline = page.locator("topline-card[card=timeline] section");
    await timeline.getByText("Why the seat is open").waitFor();
    const timelineText = await timeline.innerText();
    for (const shown of ["Today: Runoff", "Apr 18", "18 candidates", "52 to 47"])
      expect(timelineText.replaceAll("\u00a0", " ")).toContain(shown);

    const money = page.locator("topline-card[card=money] section");
    await money.getByText("Raised, spent and on hand").waitFor();
    const moneyText = await money.innerText();
    for (const shown of ["up to $50 million", "more than $2 million", "$29.6 million"])
      expect(moneyText.replaceAll("\u00a0", " ")).toContain(shown);

    const asked = watched.requests.filter((address) => address.startsWith(topline.origin));
    expect(
      asked.map((address) => address.replace(/\.[\da-f]{12}(?=\.js$)/, "")).toSorted(),
    ).toEqual([
      `${topline.origin}/topline.js`,
      `${topline.origin}/v1/races/${RACE}`,
      `${topline.origin}/w/topline-history-en.js`,
      `${topline.origin}/w/topline-money-en.js`,
      `${topline.origin}/w/topline-timeline-en.js`,
    ]);
    expect(watched.errors).toEqual([]);
    expect(await watched.inPage()).toEqual({ shifts: [], violations: [], stored: 0 });
    expect(await context.cookies()).toEqual([]);
    await context.close();
  },
);
