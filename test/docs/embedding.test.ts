import { expect, test } from "vitest";
import { CARD_NAMES } from "../../src/cards/index.ts";
import { RESERVED_HEIGHTS } from "../../src/worker/pages/home/reserved-heights.ts";
import { blocks, codes, firstCodes, page, partOf, rows } from "./manual.ts";
import { found, sources } from "./sources.ts";

// The element's attributes and the snippets are tried in a browser: test/e2e/manual.

const manual = await page("docs/embedding.md");
const widget = await sources("src/widget", "src/cards");

test("the manual has every custom property, and no other", () => {
  expect(named(/^--topline-/)).toEqual(found(widget, /(--topline-[a-z\d-]+)\s*[:,)]/g));
});

test("the manual has every part, and no other", () => {
  const parts = partOf(manual, "Themes").split("| part")[1] ?? "";
  expect(firstCodes(`| part${parts}`).toSorted()).toEqual(found(widget, /\bpart="([a-z]+)"/g));
});

test("the manual has every event, and every reason of an error, and no other", async () => {
  const events = partOf(manual, "Events");
  const changes = /^export type CardEvent = (.*);$/m.exec(widget)?.[1] ?? "";
  expect(firstCodes(events).toSorted()).toEqual(
    found(changes, /"(\w+)"/g).map((change) => `topline:${change}`),
  );
  const kinds = found(await page("src/cards/view.ts"), /kind: "(\w+)"/g);
  const reasons = codes(events.split("`reason`:")[1] ?? "");
  expect(reasons.toSorted()).toEqual(
    [...kinds.filter((kind) => kind !== "loading"), "drawing"].toSorted(),
  );
});

test("the manual has every card that is drawn, and no other", () => {
  const choices = ["auto", ...CARD_NAMES].toSorted();
  expect(firstCodes(partOf(manual, "Cards")).toSorted()).toEqual(choices);
  expect(firstCodes(partOf(manual, "Heights to reserve")).toSorted()).toEqual(choices);
});

test("our own pages reserve what the manual says", async () => {
  const [snippet = ""] = blocks(partOf(manual, "The snippet"), "html");
  const readme = await page("README.md");
  expect(blocks(readme, "html")[0]).toBe(snippet);
  const heights = partOf(manual, "Heights to reserve");
  const reserved = new Map(
    [...heights.matchAll(/`(\w+)` *\| (\d+)px/g)].map(([, card, height]) => [card, height]),
  );
  const highest = rows(heights).map(([card = "", ...cells]) => [
    codes(card)[0],
    Math.max(...cells.map((cell) => Number.parseInt(cell, 10))),
  ]);
  expect(Object.fromEntries(highest)).toEqual(RESERVED_HEIGHTS);
  const css = await page("public/demo/article.css");
  const sheet = [...css.matchAll(/topline-card\[card="(\w+)"\] \{\s*min-height: (\d+)px/g)];
  expect(sheet.length).toBe(6);
  for (const [, card, height] of sheet) expect([card, height]).toEqual([card, reserved.get(card)]);
});

function named(pattern: RegExp): string[] {
  return firstCodes(manual)
    .filter((code) => pattern.test(code))
    .toSorted();
}
