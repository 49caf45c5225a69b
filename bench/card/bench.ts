import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { launchChrome } from "../../scripts/chrome.ts";
import { startDemoHost } from "../../scripts/demo-host.ts";
import { freePort } from "../../scripts/free-port.ts";
import { type Checkout, openCheckout } from "./checkout.ts";
import { openGzipProxy } from "./gzip-proxy.ts";
import { openHost, type Variants } from "./host.ts";
import { type Manners, timeToCard, type Visit, watchManners } from "./slow-phone.ts";

// node bench/card/bench.ts [--rounds 11] [--before <another checkout of Topline>]
//
// How long a reader on a slow phone (150 ms round trip, 1.6 Mbit/s, CPU slowed down 4 times) waits
// for the polls card of the demo race, its headline and the whole of it: with the preload line,
// without it, and against a card written by hand that loads, then asks, then draws. `--before` takes
// another checkout along, with its dependencies installed, so that both are measured in the same
// run. Then what the demo article's two cards do to the page. Fails outside the budgets. Times are
// of this machine; the ratios are what counts.

const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "11" }, before: { type: "string" } },
});
const ROUNDS = Number(options.rounds);
/** Of the time that the vanilla card takes to be whole. */
const BUDGETS: Readonly<Record<string, number>> = { preloaded: 0.95, plain: 1.22 };
const MOST_REQUESTS = 2;

const ROOT = join(import.meta.dirname, "../..");
const RACE = "us-ga-06-2017-runoff";
const ARTICLE_CARDS = 2;
const ARTICLE_PORT = 9500;

type Close = { close: () => void };
const opened: Close[] = [];
const keep = <T extends Close>(one: T): T => {
  opened.push(one);
  return one;
};

try {
  const after = keep(await openCheckout(ROOT, RACE));
  const before = options.before && keep(await openCheckout(resolve(options.before), RACE));
  const proxy = keep(await openGzipProxy(after.origin));
  const variants: Variants = {
    preloaded: { topline: proxy.origin, snippet: "preloaded" },
    plain: { topline: proxy.origin, snippet: "plain" },
    vanilla: { topline: proxy.origin, snippet: "vanilla" },
    ...(before && (await variantsBefore(before))),
  };
  const host = keep(await openHost(variants, RACE));
  const articlePort = await freePort(ARTICLE_PORT, "the article");
  const article = await startDemoHost(join(ROOT, "public/demo"), proxy.origin, articlePort);
  keep({
    close: () => {
      article.close();
      article.closeAllConnections();
    },
  });
  const browser = await launchChrome();
  keep({ close: () => void browser.close() });

  const names = Object.keys(variants);
  const visits = await playRounds(browser, host.origin, names);
  console.log(
    `${ROUNDS} rounds, script ${after.gzipBytes} bytes gzipped${
      before ? `, before ${before.gzipBytes}` : ""
    }; medians from navigation start, × vanilla:`,
  );
  const faults = [
    ...names.flatMap((name) => reportTimes(name, visits)),
    ...reportManners(await watchArticle(browser, `http://localhost:${articlePort}/`)),
  ];
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(`load of the machine: ${load.join(" ")}`);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  for (const one of opened.toReversed()) one.close();
}

async function variantsBefore(before: Checkout): Promise<Variants> {
  const topline = keep(await openGzipProxy(before.origin)).origin;
  return {
    "preloaded, before": { topline, snippet: "preloaded" },
    "plain, before": { topline, snippet: "plain" },
  };
}

type Visits = Readonly<Record<string, readonly Visit[]>>;

/** Within a round all take turns, in changing order, so that what else the machine does hits all alike. */
async function playRounds(
  reader: Browser,
  origin: string,
  names: readonly string[],
): Promise<Visits> {
  const visit = (name: string) => timeToCard(reader, `${origin}/${encodeURIComponent(name)}`);
  const visits: Record<string, Visit[]> = {};
  for (const name of names) await visit(name);
  for (let round = 0; round < ROUNDS; round++) {
    const shift = round % names.length;
    for (const name of [...names.slice(shift), ...names.slice(0, shift)])
      (visits[name] ??= []).push(await visit(name));
  }
  return visits;
}

function reportTimes(name: string, visits: Visits): string[] {
  const own = visits[name] ?? [];
  const vanilla = visits["vanilla"] ?? [];
  const of = (part: "headline" | "whole") => {
    const times = own.map((visit) => visit[part]);
    const others = vanilla.map((visit) => visit[part]);
    const ratio = median(times.map((time, n) => time / (others[n] ?? NaN)));
    // What else the machine does only ever adds to times, so the quicker visits tell more of the card.
    const quick = quarter(times) / quarter(others);
    const text = `${median(times).toFixed(0)} ms, ${ratio.toFixed(2)} × (quickest quarter ${quarter(
      times,
    ).toFixed(0)} ms, ${quick.toFixed(2)} ×)`;
    return { ratio, text };
  };
  const headline = of("headline");
  const whole = of("whole");
  const requests = Math.max(...own.map((visit) => visit.requests.length));
  console.log(
    `${name.padEnd(17)} headline ${headline.text}; whole card ${whole.text}; ${requests} requests`,
  );
  const budget = BUDGETS[name] ?? Infinity;
  return [
    ...(whole.ratio > budget
      ? [`${name}: ${whole.ratio.toFixed(3)} is above ${budget} × vanilla`]
      : []),
    ...(requests > MOST_REQUESTS ? [`${name}: ${requests} requests until the card`] : []),
  ];
}

async function watchArticle(reader: Browser, address: string): Promise<readonly Manners[]> {
  const seen: Manners[] = [];
  for (let round = 0; round < ROUNDS; round++)
    seen.push(await watchManners(reader, address, ARTICLE_CARDS));
  return seen;
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

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** The value that a quarter of all don't pass. */
function quarter(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 2] ?? NaN;
}
