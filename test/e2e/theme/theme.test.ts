import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../harness/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld({ folder: import.meta.dirname });
});

/** By the place of each card, whether it is drawn light or dark. */
function themes(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const pairs = [...document.querySelectorAll("topline-card")].map((card) => {
      const background = getComputedStyle(card.shadowRoot!.querySelector("section")!);
      const [red = 0] = background.backgroundColor.match(/\d+/g)?.map(Number) ?? [];
      return [card.parentElement!.id, red < 128 ? "dark" : "light"];
    });
    return Object.fromEntries(pairs);
  });
}

async function open(colorScheme: "light" | "dark"): Promise<Page> {
  const { page } = await world.visit({ colorScheme });
  await page.goto(world.site.origin);
  await page.locator("#told topline-card h3").first().waitFor();
  return page;
}

const DAY = {
  plain: "light",
  both: "light",
  dark: "dark",
  painted: "dark",
  oklch: "dark",
  switched: "light",
  told: "dark",
};

test("cards follow the part of the page they stand in, and what they are told", async () => {
  const page = await open("light");
  expect(await themes(page)).toEqual(DAY);
});

test("a reader who prefers dark gets it where the page can do it, at once", async () => {
  const page = await open("dark");
  expect(await themes(page)).toEqual({ ...DAY, both: "dark" });
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => themes(page)).toEqual(DAY);
});

test("a page that switches its own colours takes its cards along", async () => {
  const page = await open("light");
  await page.evaluate(() => document.documentElement.classList.add("night"));
  await expect.poll(() => themes(page)).toEqual({ ...DAY, switched: "dark" });
  await page.evaluate(() => document.documentElement.classList.remove("night"));
  await expect.poll(() => themes(page)).toEqual(DAY);
});

test("a card that is moved takes on the colours of its new place", async () => {
  const page = await open("light");
  await page.evaluate(() => {
    const [plain, painted] = [
      document.querySelector("#plain")!,
      document.querySelector("#painted")!,
    ];
    painted.replaceChildren(plain.firstElementChild!);
  });
  await expect.poll(() => themes(page)).toMatchObject({ painted: "dark" });
});

test("on paper every card is light, whatever the page and its reader want on a screen", async () => {
  const page = await open("dark");
  await page.emulateMedia({ media: "print" });
  await expect
    .poll(async () => new Set(Object.values(await themes(page))))
    .toEqual(new Set(["light"]));
});
