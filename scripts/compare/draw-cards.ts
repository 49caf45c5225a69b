/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { LANGUAGE_TAGS, LANGUAGES } from "../../src/wording/languages.ts";
import { launchChrome } from "../chrome.ts";
import { CARD_NAMES } from "../widget-code.ts";
import type { Readings } from "./readings.ts";

const CARDS = ["auto", ...CARD_NAMES];
const PATIENCE_MS = 20_000;
const STILL_MS = 400;

/** Draws every card of the races in Chromium, in a page of another origin, and takes its text. */
export async function drawCards(
  origin: string,
  races: readonly string[],
): Promise<Readings["cards"]> {
  const browser = await launchChrome();
  const server = createServer((request, response) => {
    const race = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(pageOf(origin, race));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  try {
    const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
    const drawn: (readonly [string, readonly string[]])[] = [];
    for (const race of races) {
      await page.goto(`http://localhost:${port}/${race}`);
      const texts = await stillTexts(() => page.evaluate(textsInPage));
      for (const { name, text } of texts)
        drawn.push([`${race} ${name}`, linesOf(text.replaceAll(origin, "ORIGIN"))]);
    }
    return Object.fromEntries(drawn);
  } finally {
    server.close();
    await browser.close();
  }
}

function pageOf(origin: string, race: string): string {
  const cards = LANGUAGE_TAGS.flatMap((lang) =>
    CARDS.map(
      (card) =>
        `<topline-card race="${race}" card="${card}" lang="${lang}" live="off" theme="light"></topline-card>`,
    ),
  );
  return `<!doctype html><title>${race}</title>${cards.join("\n")}
<script async crossorigin src="${origin}/topline.js"></script>`;
}

type CardText = { readonly name: string; readonly text: string };

/** Runs in the page. What can be opened is opened, so that its text counts. */
function textsInPage(): CardText[] {
  return [...document.querySelectorAll("topline-card")].map((element) => {
    const root = element.shadowRoot;
    for (const fold of root?.querySelectorAll("details") ?? []) fold.open = true;
    const name = `${element.getAttribute("card")} ${element.getAttribute("lang")}`;
    const parts = [...(root?.children ?? [])] as HTMLElement[];
    return { name, text: parts.map((part) => part.innerText).join("\n") };
  });
}

/** Cards draw in steps, and load what they need: their text counts once it stands still. */
async function stillTexts(read: () => Promise<readonly CardText[]>): Promise<readonly CardText[]> {
  let before = "";
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; await wait(STILL_MS)) {
    const texts = await read();
    const now = JSON.stringify(texts);
    if (now === before && texts.every(({ text }) => isDrawn(text))) return texts;
    before = now;
  }
  throw new Error(`cards aren't drawn, or never stand still: ${before}`);
}

function isDrawn(text: string): boolean {
  const waiting = Object.values(LANGUAGES).map(({ common }) => common.loading);
  return text !== "" && !waiting.some((words) => text.startsWith(words));
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n\t]+/)
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}
