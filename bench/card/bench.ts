import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "../../scripts/build.ts";
import { launchChrome } from "../../scripts/chrome.ts";
import { startDemoHost } from "../../scripts/demo-host.ts";
import { freePort } from "../../scripts/free-port.ts";
import { startLocalWorker } from "../../scripts/local-worker.ts";
import { putLive } from "../../scripts/put-live.ts";
import { ensureDevToken } from "../../src/cli/dev-vars.ts";
import { openGzipProxy } from "./gzip-proxy.ts";
import { openHost, VARIANTS, type Variant } from "./host.ts";
import { type Manners, timeToCard, type Visit, watchManners } from "./slow-phone.ts";

// node bench/card/bench.ts [rounds]
//
// How long a reader on a slow phone (150 ms round trip, 1.6 Mbit/s, CPU slowed down 4 times) waits
// for the polls card of the demo race: with the preload line, without it, and against a card written
// by hand that loads, then asks, then draws. Then what the demo article's two cards do to the page.
// Fails outside the budgets. Times are of this machine; the ratios are what counts.

const ROUNDS = Number(process.argv[2] ?? 11);
/** Of the vanilla card's time. */
const BUDGETS: Readonly<Partial<Record<Variant, number>>> = { preloaded: 0.9, plain: 1.15 };
const MOST_REQUESTS = 2;

const ROOT = join(import.meta.dirname, "../..");
const RACE = "us-ga-06-2017-runoff";
const ARTICLE_CARDS = 2;
const FIRST_PORT = 9400;

const script = (await build()).script.gzipBytes;
const state = await mkdtemp(join(tmpdir(), "topline-card-"));
process.chdir(ROOT);
const token = await ensureDevToken();
const port = await freePort(FIRST_PORT, "the Worker");
const worker = await startLocalWorker({ port, persist: state });
const proxy = await openGzipProxy(`http://127.0.0.1:${port}`);
const host = await openHost(proxy.origin, RACE);
const articlePort = await freePort(FIRST_PORT + 100, "the article");
const article = await startDemoHost(join(ROOT, "public/demo"), proxy.origin, articlePort);
const browser = await launchChrome();
try {
  await putLive(RACE, `http://127.0.0.1:${port}`, token);
  const visits = await playRounds(browser);
  const manners = await watchArticle(browser);
  const faults = [...reportTimes(visits), ...reportManners(manners)];
  console.log(
    `load of the machine: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  article.close();
  article.closeAllConnections();
  host.close();
  proxy.close();
  await worker.dispose();
  await rm(state, { recursive: true, force: true });
}

/** Within a round all take turns, in changing order, so that what else the machine does hits all alike. */
async function playRounds(reader: Browser): Promise<Readonly<Record<Variant, readonly Visit[]>>> {
  const visits: Record<Variant, Visit[]> = { preloaded: [], plain: [], vanilla: [] };
  for (const variant of VARIANTS) await timeToCard(reader, `${host.origin}/${variant}`);
  for (let round = 0; round < ROUNDS; round++) {
    const shift = round % VARIANTS.length;
    for (const variant of [...VARIANTS.slice(shift), ...VARIANTS.slice(0, shift)])
      visits[variant].push(await timeToCard(reader, `${host.origin}/${variant}`));
  }
  return visits;
}

async function watchArticle(reader: Browser): Promise<readonly Manners[]> {
  const seen: Manners[] = [];
  for (let round = 0; round < ROUNDS; round++)
    seen.push(await watchManners(reader, `http://localhost:${articlePort}/`, ARTICLE_CARDS));
  return seen;
}

function reportTimes(visits: Readonly<Record<Variant, readonly Visit[]>>): string[] {
  console.log(`${ROUNDS} rounds, script ${script} bytes gzipped; medians from navigation start:`);
  return VARIANTS.flatMap((variant) => {
    const own = visits[variant];
    const ratios = own.map(
      (visit, round) => visit.headline / (visits.vanilla[round]?.headline ?? NaN),
    );
    const ratio = median(ratios);
    const requests = Math.max(...own.map((visit) => visit.requests.length));
    console.log(
      `${variant.padEnd(9)} headline ${ms(own.map(({ headline }) => headline))}, whole card ${ms(
        own.map(({ whole }) => whole),
      )}, ${requests} requests, ${ratio.toFixed(2)} × vanilla (${ratios
        .map((one) => one.toFixed(2))
        .join(" ")})`,
    );
    const budget = BUDGETS[variant] ?? Infinity;
    return [
      ...(ratio > budget ? [`${variant}: ${ratio.toFixed(2)} is above ${budget} × vanilla`] : []),
      ...(requests > MOST_REQUESTS ? [`${variant}: ${requests} requests until the card`] : []),
    ];
  });
}

/** Noise makes a long task of any task now and then, so the median visit must have none. */
function reportManners(seen: readonly Manners[]): string[] {
  const longest = seen.map(({ longTasks }) => Math.max(0, ...longTasks));
  const shift = Math.max(...seen.map((one) => one.shift));
  console.log(`article   longest task over 50 ms by visit: ${longest.map(Math.round).join(" ")}`);
  console.log(`article   layout shift: ${shift}`);
  return [
    ...(median(longest) > 0 ? ["article: tasks over 50 ms in most visits"] : []),
    ...(shift > 0 ? [`article: a layout shift of ${shift}`] : []),
  ];
}

function ms(values: readonly number[]): string {
  return `${median(values).toFixed(0)} ms`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
