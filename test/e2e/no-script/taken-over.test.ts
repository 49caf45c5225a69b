import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RACE_ID } from "../harness/race.ts";
import { openWorld, type World } from "../harness/world.ts";

let world: World;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "topline-taken-over-"));
  world = await openWorld({ folder });
  const fragment = await fetch(`${world.toplineOrigin}/embed/${RACE_ID}/polls.html?style=inline`);
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><title>An article</title><link rel="icon" href="data:,">${await fragment.text()}<p>The last paragraph.</p></html>`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ["a fragment", () => world.site.origin],
  ["a frame's page", () => `${world.toplineOrigin}/embed/${RACE_ID}/polls`],
  ["a race's page", () => `${world.toplineOrigin}/races/${RACE_ID}`],
])("the script takes over the card of %s: nothing twice, nothing moves", async (_, address) => {
  const { page, watched } = await world.visit();
  await page.addInitScript(() => {
    const global = globalThis as unknown as { ready: number; before: Element[] };
    global.ready = 0;
    const cards = () => [...document.querySelectorAll("topline-card")];
    document.addEventListener("topline:ready", () => global.ready++);
    addEventListener("DOMContentLoaded", () => {
      // What is folded up comes anew when it is opened.
      global.before = cards().flatMap((card) =>
        [...(card.shadowRoot?.querySelectorAll("section, h3, table, tr, svg") ?? [])].filter(
          (node) => !node.closest("details"),
        ),
      );
    });
  });
  await page.goto(address());
  await page.waitForFunction(
    () =>
      (globalThis as unknown as { ready: number }).ready ===
      document.querySelectorAll("topline-card").length,
  );
  const found = await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 500));
    const { before } = globalThis as unknown as { before: Element[] };
    const cards = [...document.querySelectorAll("topline-card")];
    return {
      sections: cards.map((card) => card.shadowRoot?.querySelectorAll("section").length),
      kept: before.filter((node) => node.isConnected).length,
      all: before.length,
    };
  });
  expect(found.sections).toEqual(found.sections.map(() => 1));
  expect(found.all).toBeGreaterThan(3);
  expect(found.kept).toBe(found.all);
  expect(await watched.inPage()).toEqual({ shifts: [], violations: [], stored: 0 });
  expect(watched.errors).toEqual([]);
});

test("where the numbers can't be asked for, what the server drew stays", async () => {
  const { page } = await world.visit();
  await page.route("**/v1/races/**", (route) => route.abort());
  await page.goto(`${world.toplineOrigin}/embed/${RACE_ID}/polls`);
  await page.waitForFunction(() => customElements.get("topline-card") !== undefined);
  await page.waitForTimeout(1500);
  const texts = await page.locator("topline-card section").allInnerTexts();
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain("Rehearsal pollster 3");
});
