import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { ensureDevToken } from "../src/cli/dev-vars.ts";
import { build } from "./build.ts";
import { launchChrome } from "./chrome.ts";
import { freePort } from "./free-port.ts";
import { startLocalWorker } from "./local-worker.ts";
import { putLive } from "./put-live.ts";

const ROOT = join(import.meta.dirname, "..");
const RACE = "us-ga-06-2017-runoff";
const PICTURES = join(ROOT, "docs/images");
const WORKER_PORT = 8877;

/** Heights that the manual tells publishers to reserve. */
const HEIGHTS = { polls: { en: 660, es: 690 }, turnout: { en: 560, es: 620 } };

/** Page behind the card, by theme, so that the card's own edge shows. */
const PAPER = { light: "#fff", dark: "#0b0d0f" };

const KINDS = {
  light: { width: 720, theme: "light", lang: "en" },
  dark: { width: 720, theme: "dark", lang: "en" },
  phone: { width: 360, theme: "light", lang: "en" },
  es: { width: 720, theme: "light", lang: "es" },
} as const;

/**
 * Takes the manual's pictures, docs/images/{polls,turnout}-{light,dark,phone,es}.png, of the built
 * bundle as a real browser shows it with the demo race from a real Worker.
 */
async function takePictures(): Promise<void> {
  await build();
  const token = await ensureDevToken();
  const state = await mkdtemp(join(tmpdir(), "topline-pictures-"));
  const port = await freePort(WORKER_PORT, "the Worker");
  const worker = await startLocalWorker({ port, persist: state });
  const browser = await launchChrome();
  try {
    await putLive(RACE, `http://127.0.0.1:${port}`, token);
    await mkdir(PICTURES, { recursive: true });
    for (const card of ["polls", "turnout"] as const) {
      for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
        await takePicture(browser, `http://127.0.0.1:${port}`, card, kind);
      }
    }
  } finally {
    await browser.close();
    await worker.dispose();
    await rm(state, { recursive: true, force: true });
  }
}

async function takePicture(
  browser: Browser,
  origin: string,
  card: keyof typeof HEIGHTS,
  kind: keyof typeof KINDS,
): Promise<void> {
  const { width, theme, lang } = KINDS[kind];
  const height = HEIGHTS[card][lang];
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2 });
  await page.setContent(`<!doctype html><html lang="${lang}"><meta charset="utf-8">
    <body style="margin:0;padding:16px;background:${PAPER[theme]};font-family:'Open Sans',sans-serif">
    <topline-card race="${RACE}" card="${card}" theme="${theme}"
      style="display:block;min-height:${height}px"></topline-card>
    <script crossorigin src="${origin}/topline.js"></script>`);
  await page.locator("topline-card h3").waitFor();
  await page.screenshot({ path: join(PICTURES, `${card}-${kind}.png`), fullPage: true });
  await page.close();
}

process.chdir(ROOT);
await takePictures();
