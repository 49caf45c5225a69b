import { beforeAll, expect, test } from "vitest";
import { CARD_NAMES, CARDS } from "../../../src/cards/index.ts";
import type { CardChoice } from "../../../src/cards/view.ts";
import { FALLBACK_TAG, LANGUAGE_TAGS } from "../../../src/wording/languages.ts";
import { area } from "../../../src/race/schema/count.ts";
import { resultsSource } from "../../../src/race/sections/results/source.ts";
import { RACE_ID, testRace } from "../harness/race.ts";
import { openOwnWorld, type OwnWorld } from "../harness/world.ts";

let world: OwnWorld;
/** The race document. */
let race: object;

beforeAll(async () => {
  world = await openOwnWorld({ folder: import.meta.dirname });
  const { race: facts } = testRace();
  const areas = AREAS.map((one) => area.parse(one));
  await world.topline.publish(testRace({ race: { ...facts, areas }, results: count(1200, 1100) }));
  const answer = await fetch(`${world.toplineOrigin}/v1/races/${RACE_ID}`);
  race = (await answer.json()) as object;
});

/** A count of fourteen areas, of which one hasn't reported. */
function count(first: number, second: number) {
  const row = { measure: "votes", asOf: "2026-11-03", source: "rehearsal" };
  return resultsSource.parse({
    counts: Array.from({ length: 13 }, (_, i) => [
      { ...row, area: `Ward ${i + 1}`, candidate: "first", value: first + i * 10 },
      { ...row, area: `Ward ${i + 1}`, candidate: "second", value: second - i * 20 },
    ]).flat(),
  });
}

/** The race's areas: those of the count, and one more. */
const AREAS = Array.from({ length: 14 }, (_, i) => ({ id: `w${i + 1}`, name: `Ward ${i + 1}` }));

/** Opens a page with one card and waits until it has a headline in that language. */
async function open(card: CardChoice, tag: string) {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin);
  await page.evaluate(
    ([src, id, name, lang]) => {
      const element = document.createElement("topline-card");
      for (const [key, value] of Object.entries({ race: id, card: name, lang }))
        element.setAttribute(key, value);
      const script = document.createElement("script");
      Object.assign(script, { src, async: true, crossOrigin: "anonymous" });
      document.querySelector("main")!.append(element, script);
    },
    [`${world.toplineOrigin}/topline.js`, RACE_ID, card, tag] as const,
  );
  const section = page.locator(`topline-card section[lang="${tag}"]`).first();
  await section.locator("footer").waitFor({ state: "attached" });
  const asked = watched.requests
    .filter((address) => address.startsWith(world.toplineOrigin))
    .map((address) => new URL(address).pathname.replace(/\.[0-9a-f]{12}\./, "."));
  return { page, watched, section, asked };
}

const SHOWN = (["auto", ...CARD_NAMES] as const).flatMap((card) =>
  LANGUAGE_TAGS.map((tag) => [card, tag] as const),
);

test.each(SHOWN)("%s in %s needs the script, the race and at most one pack", async (card, tag) => {
  const { watched, section, asked } = await open(card, tag);
  const carried = card === "auto" || CARDS[card].inScript;
  const pack = carried ? (tag === FALLBACK_TAG ? [] : [tag]) : [`${card}-${tag}`];
  expect(asked).toEqual([
    "/topline.js",
    `/v1/races/${RACE_ID}`,
    ...pack.map((name) => `/w/topline-${name}.js`),
  ]);
  // Drawn from numbers, where there are any, and not a card that says why there is none.
  const published = card === "auto" || CARDS[card].sections[0] in race;
  expect((await section.locator("table").count()) > 0).toBe(published);
  expect(watched.errors).toEqual([]);
});

test("a pack that fails leaves the card to the script's own language, or says why there is none", async () => {
  const { page } = await world.visit();
  await page.route("**/w/topline-*", (route) => route.abort());
  await page.goto(world.site.origin);
  await page.evaluate(
    ([src, id]) => {
      document.querySelector("main")!.innerHTML =
        `<topline-card race="${id}" card="polls" lang="es"></topline-card><topline-card race="${id}" card="results" lang="es"></topline-card>`;
      document.body.append(Object.assign(document.createElement("script"), { src }));
    },
    [`${world.toplineOrigin}/topline.js`, RACE_ID] as const,
  );
  await page.locator('topline-card[card=polls] section[lang="en"] table').first().waitFor();
  const results = page.locator("topline-card[card=results] h3");
  await results.waitFor();
  expect(await results.innerText()).toBe("The numbers can’t be loaded now.");
});

test("what opens on touch is loaded by whoever opens it, also by keyboard, in the card's language", async () => {
  const { page, watched, section } = await open("polls", "es");
  const before = watched.requests.length;
  await section.locator("summary").last().focus();
  await page.keyboard.press("Enter");
  await section.locator("details table").first().waitFor();
  expect(watched.requests.slice(before).map((address) => new URL(address).pathname)).toEqual([
    expect.stringMatching(/^\/w\/topline-polls-more-es\.[0-9a-f]{12}\.js$/),
  ]);
  expect(await section.locator("details").last().innerText()).toContain("peso ");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect(await section.locator("details table").first().isVisible()).toBe(true);
  expect(watched.requests).toHaveLength(before + 1);
  expect(watched.errors).toEqual([]);
});

test("what can't be loaded on touch says so in a line, and comes when it is asked for again", async () => {
  const { page, section } = await open("polls", "en");
  await page.route("**/w/topline-polls-more-*", (route) => route.abort());
  await section.locator("summary").last().click();
  await section.getByRole("button", { name: "Try again" }).waitFor();
  expect(await section.locator("details > p").innerText()).toBe(
    "The numbers can’t be loaded now. Try again",
  );
  await page.unrouteAll();
  await section.getByRole("button", { name: "Try again" }).click();
  await section.locator("details table").first().waitFor();
  expect(await section.locator("details button").count()).toBe(0);
});

test("areas are asked for on touch, sort by keyboard, and say which of them haven't reported", async () => {
  const { page, watched, section } = await open("results", "en");
  const before = watched.requests.length;
  const fold = section.locator("details", { hasText: "By area (14)" });
  await fold.locator("summary").focus();
  await page.keyboard.press("Enter");
  const names = fold.locator("tbody th");
  await names.first().waitFor();
  expect(watched.requests.slice(before).map((address) => new URL(address).pathname)).toEqual([
    expect.stringMatching(/^\/w\/topline-results-more-en\.[0-9a-f]{12}\.js$/),
    `/v1/races/${RACE_ID}/results`,
  ]);
  expect(await names.count()).toBe(10);
  expect(await names.first().innerText()).toBe("Ward 1");
  const head = fold.locator("thead button");
  expect(await fold.locator("th[aria-sort]").innerText()).toMatch(/^Votes/);
  await head.first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect(await fold.locator("th[aria-sort=descending]").innerText()).toMatch(/^Area/);
  expect(await names.first().innerText()).toBe("Ward 14\nno report yet");
  await fold.getByRole("button", { name: "First" }).click();
  expect(await fold.locator("tbody tr").first().innerText()).toContain("Ward 13");
  await fold.getByRole("button", { name: "Show all 14" }).click();
  expect(await names.count()).toBe(14);
  expect(await names.last().innerText()).toContain("no report yet");
  expect(await fold.innerText()).not.toContain("Not of the same moment");
  const low = await head.evaluateAll((all) => all.filter((one) => one.clientHeight < 24).length);
  expect(low).toBe(0);
  expect(watched.errors).toEqual([]);
});
