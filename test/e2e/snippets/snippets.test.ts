import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Pinned } from "../../../scripts/build.ts";
import { RACE_ID } from "../harness/race.ts";
import { openWorld, type World } from "../harness/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld({ folder: import.meta.dirname });
});

test("a bare script tag draws its card right after itself, as its attributes say", async () => {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin);
  const card = page.locator("#bare > script + topline-card");
  // Its language is a pack of its own.
  await card.locator("section[lang=es]").waitFor();
  expect(await card.getAttribute("card")).toBe("polls");
  expect(await card.evaluate((el) => getComputedStyle(el).colorScheme)).toBe("dark");
  expect(watched.errors).toEqual([]);
});

test("a card that stands before its tag isn't drawn a second time", async () => {
  const { page } = await world.visit();
  await page.goto(world.site.origin);
  await page.locator("#pair topline-card h3").waitFor();
  expect(await page.locator("#pair topline-card").count()).toBe(1);
});

test("the same tag twice is harmless, and two different ones make two cards", async () => {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin, { waitUntil: "networkidle" });
  expect(await page.locator("#twice topline-card").count()).toBe(1);
  const cards = await page
    .locator("#two > *")
    .evaluateAll((all) => all.map((el) => `${el.localName} ${el.getAttribute("card") ?? ""}`));
  expect(cards).toEqual(["script ", "topline-card polls", "script ", "topline-card turnout"]);
  expect(watched.requests.filter((address) => address.includes("/v1/"))).toHaveLength(1);
  expect(watched.errors).toEqual([]);
});

test("tags that come late are found, also where the browser doesn't run them", async () => {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin);
  await page.locator("#pair topline-card h3").waitFor();
  await page.evaluate(
    ([src, race]) => {
      const script = document.createElement("script");
      Object.assign(script, { src, async: true });
      Object.assign(script.dataset, { race, card: "turnout" });
      document.querySelector("#late")!.append(script);
      document.querySelector("#inert")!.innerHTML =
        `<p>Some text</p><div><script src="${src}" data-race="${race}" data-card="polls"></${"script"}></div>`;
    },
    [`${world.toplineOrigin}/topline.js`, RACE_ID] as const,
  );
  await page.locator("#late > script + topline-card h3").waitFor();
  await page.locator("#inert div > script + topline-card h3").waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.locator("#late topline-card").count()).toBe(1);
  expect(await page.locator("#stranger topline-card").count()).toBe(0);
  expect(watched.errors).toEqual([]);
});

test("a card that a tag drew follows its tag, and goes with it", async () => {
  const { page, watched } = await world.visit();
  await page.goto(world.site.origin);
  const card = page.locator("#bare topline-card");
  await card.locator("section[lang=es]").waitFor();
  await page.locator("#bare script").evaluate((script) => {
    script.setAttribute("data-card", "turnout");
    script.removeAttribute("data-lang");
  });
  await card.locator("section[lang=en]").waitFor();
  expect(await card.getAttribute("card")).toBe("turnout");
  expect(await card.getAttribute("host")).toBe(world.toplineOrigin);

  // As a page does that is one application: another article, another tag.
  await page.locator("#bare").evaluate((bare) => {
    const tag = document.createElement("script");
    const old = bare.querySelector("script")!;
    tag.src = old.src;
    Object.assign(tag.dataset, old.dataset, { card: "polls" });
    old.replaceWith(tag);
  });
  await page.locator("#bare topline-card[card=polls] h3").waitFor();
  await page.waitForLoadState("networkidle");
  expect(await card.count()).toBe(1);
  await page.locator("#bare").evaluate((bare) => bare.replaceChildren());
  await expect.poll(() => card.count()).toBe(0);

  // What the publisher wrote stays where it is.
  await page.locator("#pair script").evaluate((script) => script.remove());
  expect(await page.locator("#pair topline-card h3").count()).toBe(1);
  expect(watched.errors).toEqual([]);
});

test("an element that isn't closed leaves the article below its card, and the console says so", async () => {
  const { page, watched } = await world.visit();
  await page.goto(`${world.site.origin}/self-closed.html`);
  const card = page.locator("topline-card");
  await card.locator("footer").waitFor({ state: "attached" });
  const bottom = await card.locator("section").evaluate((s) => s.getBoundingClientRect().bottom);
  for (const text of ["First paragraph", "More", "Last paragraph"]) {
    const box = await page.getByText(text).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(bottom);
  }
  expect(watched.errors).toHaveLength(1);
  expect(watched.errors[0]).toMatch(/^topline: <\/topline-card> missing/);
});

test("what can't be drawn as it is written is one line each on the console", async () => {
  const { page, watched } = await world.visit();
  await page.goto(`${world.site.origin}/wrong.html`, { waitUntil: "networkidle" });
  const said = watched.errors.map((line) => line.replace(/ JSHandle.*| HTML.*/, "")).toSorted();
  expect(said).toEqual([
    "topline: a script in the head draws no card",
    'topline: host="topline.example.org" lacks https://',
    'topline: unknown card="pols"',
    'topline: unknown race=""',
  ]);
});

test("a pinned copy runs under its integrity value and finds its own host", async () => {
  const folder = join(import.meta.dirname, "../../../public/w");
  const latest = JSON.parse(await readFile(join(folder, "latest.json"), "utf8")) as Pinned;
  const { page, watched } = await world.visit();
  await page.goto(`${world.site.origin}/blank.html`);
  await page.evaluate(
    ([src, integrity, race]) => {
      const script = document.createElement("script");
      Object.assign(script, { src, integrity, crossOrigin: "anonymous", async: true });
      Object.assign(script.dataset, { race, card: "polls" });
      document.body.append(script);
    },
    [`${world.toplineOrigin}/w/${latest.file}`, latest.integrity, RACE_ID] as const,
  );
  await page.locator("script + topline-card h3").waitFor();
  expect(watched.errors).toEqual([]);
});
