import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChrome } from "../../scripts/chrome.ts";
import { build } from "../../scripts/build.ts";
import { Topline } from "../e2e/harness/topline.ts";
import { type Case, galleryCases } from "./cases.ts";
import { galleryStates } from "./states.ts";

const FOLDER = join(import.meta.dirname, "../../dist/gallery");

/** Less than any card takes: a picture is as high as its cards. */
const VIEWPORT_HEIGHT = 200;

/** Draws cases in the built bundle, from a real Worker, and takes a picture of each state. */
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
  await page.screenshot({
    path: join(FOLDER, `${first.state.card}-${first.state.name}.png`),
    fullPage: true,
  });
  await page.close();
}

export function galleryPage(origin: string, cases: readonly Case[]): string {
  const cards = cases.map(
    ({ state, width, theme, lang }) => `<div class="${theme}" style="width:${width}px">
      <topline-card race="${state.document.id}" card="${state.card}" theme="${theme}" lang="${lang}" live="off"></topline-card></div>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>
    body { margin: 0; display: flex; flex-wrap: wrap; align-items: start; font-family: 'Open Sans', sans-serif }
    div { padding: 8px } .light { background: #fff } .dark { background: #0b0d0f }</style>
    ${cards.join("\n")}<script crossorigin src="${origin}/topline.js"></script>`;
}

await takeGallery(process.argv.slice(2));
