import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openOwnWorld, type OwnWorld } from "../harness/world.ts";
import { DEMO, demoRace, MANY, raceOfTwelve } from "./races.ts";

let world: OwnWorld;

beforeAll(async () => {
  world = await openOwnWorld({ folder: import.meta.dirname });
  await world.topline.publish(await demoRace());
  await world.topline.publish(raceOfTwelve());
});

const measured = (page: Page) => page.getByText("Measured for this race and card").waitFor();

test("by keyboard alone, from the choice to the clipboard", async () => {
  const { page, watched } = await world.visit({
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.goto(`${world.toplineOrigin}/?race=${DEMO}`);
  await measured(page);
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  for (let i = 0; i < 60 && (await focused()) !== "card"; i++) await page.keyboard.press("Tab");
  expect(await focused()).toBe("card");
  // The choice loads the page again: the address has it, and the focus is where it was.
  await page.keyboard.type("turnout");
  await page.waitForURL(/card=turnout/);
  await measured(page);
  expect(await focused()).toBe("card");
  const copying = () =>
    page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  for (let i = 0; i < 200 && (await copying()) !== "Copy: Element and script"; i++)
    await page.keyboard.press("Tab");
  expect(await copying()).toBe("Copy: Element and script");
  await page.keyboard.press("Enter");
  await page.getByText("Copied: Element and script").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.locator("#snippet-element code").textContent());
  expect(copied).toContain(`<topline-card race="${DEMO}" card="turnout"`);
  expect(watched.errors).toEqual([]);
  const { violations, stored } = await watched.inPage();
  expect([violations, stored]).toEqual([[], 0]);
});

test("without a script the form builds all the same", async () => {
  const { page } = await world.visit({ javaScriptEnabled: false });
  // A list is held for seconds.
  const listed = async () => (await fetch(`${world.toplineOrigin}/v1/races`)).text();
  await expect.poll(listed, { timeout: 60_000, interval: 500 }).toContain(MANY);
  await page.goto(world.toplineOrigin);
  await page.locator("#race").selectOption(MANY);
  await page.locator("#card").selectOption("polls");
  await page.locator("#width").selectOption("540");
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/race=test-twelve-candidates&card=polls.*width=540/);
  expect(await page.locator("#snippet-element code").textContent()).toContain(
    `<topline-card race="${MANY}" card="polls"`,
  );
  expect(await page.locator("iframe").count()).toBe(6);
});

test.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["on a phone", { viewport: { width: 320, height: 640 } }],
] as const)("axe finds nothing wrong with the page: %s", async (_, options) => {
  const { page } = await world.visit(options);
  await page.goto(`${world.toplineOrigin}/?race=${DEMO}&card=polls`);
  await measured(page);
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, target }) => `${id}: ${target} ${html}`),
    ),
  ).toEqual([]);
  const contrast = passes.find(({ id }) => id === "color-contrast");
  expect(contrast?.nodes.length).toBeGreaterThan(30);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
});
