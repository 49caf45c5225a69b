import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { ensureDevToken } from "../src/cli/dev-vars.ts";
import { FALLBACK_TAG, LANGUAGE_TAGS } from "../src/wording/languages.ts";
import { build } from "./build.ts";
import { launchChrome } from "./chrome.ts";
import { freePort } from "./free-port.ts";
import { startLocalWorker } from "./local-worker.ts";
import { published } from "./published.ts";
import { pushQuietly } from "./push-folder.ts";
import { putLive } from "./put-live.ts";

const ROOT = join(import.meta.dirname, "..");
const RACE = "us-ga-06-2017-runoff";
const DEMO_CARDS: readonly string[] = ["polls", "turnout", "money", "history", "timeline"];
/** The demo race is a morning's: results come from its final count, by county. */
const FINAL_RACE = "us-ga-06-2017-final";
const FINAL_FOLDER = "test/fixtures/ga-06-final";
const RESULTS = "results";
const PICTURES = join(ROOT, "docs/images");
const WORKER_PORT = 8877;

/** Less than any card takes: a picture is as high as its card. */
const VIEWPORT_HEIGHT = 200;

/** Page behind the card, by theme, so that the card's own edge shows. */
const PAPER = { light: "#fff", dark: "#0b0d0f" };

type Kind = {
  readonly name: string;
  readonly width: number;
  readonly theme: keyof typeof PAPER;
  readonly lang: string;
};

const KINDS: readonly Kind[] = [
  { name: "light", width: 720, theme: "light", lang: FALLBACK_TAG },
  { name: "dark", width: 720, theme: "dark", lang: FALLBACK_TAG },
  { name: "phone", width: 360, theme: "light", lang: FALLBACK_TAG },
  ...LANGUAGE_TAGS.filter((tag) => tag !== FALLBACK_TAG).map(
    (tag) => ({ name: tag, width: 720, theme: "light", lang: tag }) as const,
  ),
];

/**
 * Takes the manual's pictures, docs/images/<card>-{light,dark,phone,<language>}.png, of the
 * built bundle as a real browser shows it with the demo race from a real Worker.
 */
async function takePictures(cards: readonly string[]): Promise<void> {
  await build();
  const token = await ensureDevToken();
  const state = await mkdtemp(join(tmpdir(), "topline-pictures-"));
  const port = await freePort(WORKER_PORT, "the Worker");
  const worker = await startLocalWorker({ port, persist: state });
  const browser = await launchChrome();
  try {
    await putLive(RACE, `http://127.0.0.1:${port}`, token);
    await pushQuietly(join(ROOT, FINAL_FOLDER), `http://127.0.0.1:${port}`);
    await published(`http://127.0.0.1:${port}`, token, FINAL_RACE);
    await mkdir(PICTURES, { recursive: true });
    for (const card of cards) {
      for (const kind of KINDS) {
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
  card: string,
  { name, width, theme, lang }: Kind,
): Promise<void> {
  const viewport = { width, height: VIEWPORT_HEIGHT };
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2 });
  await page.setContent(`<!doctype html><html lang="${lang}"><meta charset="utf-8">
    <body style="margin:0;padding:16px;background:${PAPER[theme]};font-family:'Open Sans',sans-serif">
    <topline-card race="${card === RESULTS ? FINAL_RACE : RACE}" card="${card}" theme="${theme}"></topline-card>
    <script crossorigin src="${origin}/topline.js"></script>`);
  // A headline comes first; the footer stands below everything.
  await page.locator("topline-card footer").waitFor();
  if (card === RESULTS) {
    await page.locator("topline-card summary").first().click();
    await page.locator("topline-card .areas").waitFor();
  }
  await page.screenshot({ path: join(PICTURES, `${card}-${name}.png`), fullPage: true });
  await page.close();
}

process.chdir(ROOT);
// Those named, else all that the demo race has something for.
const named = process.argv.slice(2);
await takePictures(named.length > 0 ? named : [...DEMO_CARDS, RESULTS]);
