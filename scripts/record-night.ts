import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { openCli } from "../src/cli/open-cli.ts";
import { ensureDevToken } from "../src/cli/dev-vars.ts";
import { program } from "../src/cli/program.ts";
import { build } from "./build.ts";
import { launchChrome } from "./chrome.ts";
import { startDemoHost } from "./demo-host.ts";
import { freePort } from "./free-port.ts";
import { startLocalWorker } from "./local-worker.ts";
import { putLive } from "./put-live.ts";

// Records the rehearsal as a few pictures, docs/images/night-{1..4}.png: the demo page stays open
// while the command replays the night, and its card moves to the final count without a reload.

const ROOT = join(import.meta.dirname, "..");
const RACE = "us-ga-06-2017-night";
const FOLDER = join(ROOT, "races", RACE);
/** The night's three hours in about 40 seconds. */
const SPEED = 270;
/** Seconds between two askings of the card, as an operator may set them. */
const NEXT_SECONDS = "2";
/** Precincts reporting, at the least, in each picture. */
const MOMENTS = [0, 40, 130, 208];
const PATIENCE_MS = 90_000;
const INTERVAL_MS = 200;

process.chdir(ROOT);
await build();
const token = await ensureDevToken();
const state = await mkdtemp(join(tmpdir(), "topline-night-"));
const port = await freePort(8890, "the Worker");
const origin = `http://127.0.0.1:${port}`;
const vars = { TOPLINE_NEXT: NEXT_SECONDS };
const worker = await startLocalWorker({ port, persist: state, vars });
const articlePort = await freePort(port + 1, "the article");
const article = await startDemoHost(join(ROOT, "public/demo"), origin, articlePort);
const browser = await launchChrome();
try {
  await putLive(RACE, origin, token);
  const page = await browser.newPage({
    viewport: { width: 760, height: 900 },
    deviceScaleFactor: 2,
  });
  await page.goto(`http://localhost:${articlePort}/night.html`);
  await page.locator("topline-card h3").waitFor();
  const replay = program(openCli(process)).parseAsync(
    [
      "replay",
      join(FOLDER, "events.csv"),
      "--race",
      RACE,
      "--speed",
      `${SPEED}`,
      "--yes",
      "--url",
      origin,
    ],
    { from: "user" },
  );
  for (const [i, moment] of MOMENTS.entries()) {
    await untilReporting(page, moment);
    await page
      .locator("topline-card")
      .screenshot({ path: join(ROOT, `docs/images/night-${i + 1}.png`) });
  }
  await replay;
} finally {
  await browser.close();
  article.close();
  await worker.dispose();
  await rm(state, { recursive: true, force: true });
}

/** Waits until the open card itself says that so many precincts report. */
async function untilReporting(page: Page, precincts: number): Promise<void> {
  if (precincts === 0) return;
  const card = page.locator("topline-card section");
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; await wait(INTERVAL_MS)) {
    const reporting = /(\d+) of 208 precincts/.exec(await card.innerText());
    if (Number(reporting?.[1] ?? 0) >= precincts) return;
  }
  throw new Error(`the card never said that ${precincts} precincts report`);
}
