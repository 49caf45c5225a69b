import { join } from "node:path";
import { build } from "esbuild";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { CARD_NAMES } from "../../../scripts/widget-code.ts";
import { LANGUAGE_TAGS } from "../../../src/wording/languages.ts";

/** Each card, and `auto`, in nine states. */
const STATES_IN_A_LANGUAGE = (CARD_NAMES.length + 1) * 9;

// The cards by themselves in a browser, without the script: what their keys and folds come to.

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "states.tsx")],
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

test("every state of every card comes out the same over any other and in an empty place", async () => {
  expect(await page.evaluate(() => differences())).toEqual({
    states: STATES_IN_A_LANGUAGE * LANGUAGE_TAGS.length,
    found: [],
  });
});

test("a headline is there before the card, and the card before what is folded up", async () => {
  expect(await page.evaluate(() => steps())).toEqual([
    ["h3"],
    ["h3", "table", "footer", "details > summary"],
    ["h3", "table", "footer", "details > summary", "details > table"],
  ]);
});

test("what opens on touch is asked for when it is opened, once more if that failed, and then drawn", async () => {
  expect(await page.evaluate(() => touch())).toEqual({
    asked: ["polls en", "polls en"],
    seen: [
      "closed: nothing",
      "open: Loading numbers",
      "failed: The numbers can’t be loaded now. Try again",
      "there: table",
      "new numbers: table",
    ],
  });
});

test("what a reader has opened stays open, and where they are stays focused, when numbers change", async () => {
  expect(await page.evaluate(() => updateUnderReader())).toEqual({
    sameHeadline: true,
    newText: true,
    open: true,
    focus: true,
  });
});

declare const differences: typeof import("./states.tsx").differences;
declare const steps: typeof import("./states.tsx").steps;
declare const touch: typeof import("./states.tsx").touch;
declare const updateUnderReader: typeof import("./states.tsx").updateUnderReader;
