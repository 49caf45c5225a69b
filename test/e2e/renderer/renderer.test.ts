import { join } from "node:path";
import { build } from "esbuild";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

// The bundle draws with a renderer of its own, a part of Preact's. Preact is the measure.

const RUNS = 300;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "compare.tsx")],
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  browser = await chromium.connect(inject("browserEndpoint"));
  page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
});

afterAll(() => browser.close());

test("random content, drawn over other random content, comes to the nodes that Preact makes", async () => {
  await expect(page.evaluate((runs) => compareRandom(runs), RUNS)).resolves.toBeUndefined();
});

test("however late the rest of it comes, it is the newest content that stands there", async () => {
  await expect(page.evaluate((runs) => compareLate(runs), RUNS)).resolves.toBeUndefined();
});

test("a headline is there before the card, and the card before what is folded up", async () => {
  await expect(page.evaluate(() => drawsHeadlineFirst())).resolves.toBeUndefined();
});

test("every state of every card comes to the nodes that Preact makes", async () => {
  expect(await page.evaluate(() => compareCards())).toBe(72);
});

test("what a reader has opened stays open when numbers change", async () => {
  await expect(page.evaluate(() => keepsNodes())).resolves.toBeUndefined();
});

declare const compareRandom: (runs: number) => void;
declare const compareLate: (runs: number) => void;
declare const drawsHeadlineFirst: () => void;
declare const compareCards: () => number;
declare const keepsNodes: () => void;
