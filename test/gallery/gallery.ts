import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChrome } from "../../scripts/chrome.ts";
import { build } from "../../scripts/build.ts";
import { Topline } from "../e2e/harness/topline.ts";
import { type Case, galleryCases } from "./cases.ts";
import { layoutFaults } from "./boxes.ts";
import { galleryPage } from "./page.ts";
import { galleryStates } from "./states.ts";

const FOLDER = join(import.meta.dirname, "../../dist/gallery");

/** Less than any card takes: a picture is as high as its cards. */
const VIEWPORT_HEIGHT = 200;

/** Draws cases in the built bundle, from a real Worker: a picture of each state, and what is wrong with its boxes. */
async function takeGallery(named: readonly string[]): Promise<void> {
  await build();
  const topline = await Topline.open();
  const browser = await launchChrome();
  try {
    const states = (await galleryStates()).filter(
      ({ document: { id } }) => named.length === 0 || named.some((name) => id.includes(name)),
    );
    for (const { document } of states) await topline.put(document.id, JSON.stringify(document));
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    const cases = galleryCases(states);
    for (const { document } of states)
      await takeState(
        browser,
        topline.origin,
        cases.filter(({ state }) => state.document === document),
      );
  } finally {
    await browser.close();
    await topline.close();
  }
}

async function takeState(browser: Browser, origin: string, cases: readonly Case[]): Promise<void> {
  const [first] = cases;
  if (!first) return;
  const page = await browser.newPage({
    viewport: { width: 2000, height: VIEWPORT_HEIGHT },
  });
  await page.setContent(galleryPage(origin, cases));
  for (const footer of await page.locator("topline-card").all())
    await footer.locator("footer").waitFor({ state: "attached" });
  for (const fault of await page.evaluate(layoutFaults)) console.log(fault);
  await page.screenshot({
    path: join(FOLDER, `${first.state.card}-${first.state.name}.png`),
    fullPage: true,
  });
  await page.close();
}

await takeGallery(process.argv.slice(2));
