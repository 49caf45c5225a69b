import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pinned } from "../../../scripts/build.ts";
import { readRaceFolder } from "../../../src/cli/folder/race-folder.ts";
import { blocks, page as manualPage, partOf, ROOT, rows } from "../../docs/manual.ts";
import { openSite } from "../harness/site.ts";
import { openOwnWorld, type OwnWorld } from "../harness/world.ts";

const RACE = "us-ga-06-2017-runoff";

/** docs/embedding.md, read once. */
let manual: string;
let pages: string;
let world: OwnWorld;

/** Every snippet of the manual in a page of its own, with the demo race: `default.html`, … */
beforeAll(async () => {
  manual = await manualPage("docs/embedding.md");
  pages = await mkdtemp(join(tmpdir(), "topline-manual-"));
  afterAll(() => rm(pages, { recursive: true, force: true }));
  const latest = await readFile(join(ROOT, "public/w/latest.json"), "utf8");
  const { file, integrity } = JSON.parse(latest) as Pinned;
  const [policyCss = ""] = blocks(partOf(manual, "Pages with a strict content policy"), "css");
  await writeFile(join(pages, "site.css"), policyCss);
  for (const [name, heading] of Object.entries(SNIPPETS)) {
    const [snippet = ""] = blocks(partOf(manual, heading), "html");
    const pointed = snippet
      .replaceAll("https://HOST", "TOPLINE")
      .replace("w/FILE", `w/${file}`)
      .replace("INTEGRITY", integrity);
    await writeFile(join(pages, `${name}.html`), article(pointed, name === "strict"));
  }
  const demo = await readRaceFolder(join(ROOT, "races", RACE));
  if (!demo.ok) throw new Error("the demo race has faults");
  world = await openOwnWorld({ folder: pages });
  await world.topline.publish(demo.value);
});

const SNIPPETS = {
  default: "The snippet",
  bare: "Where a CMS strips unknown elements",
  strict: "Pages with a strict content policy",
  pinned: "A script that never changes",
  several: "Several cards on a page",
} as const;

function article(snippet: string, ownStyle: boolean): string {
  const own = ownStyle
    ? `<link rel="stylesheet" href="site.css">`
    : `<link rel="icon" href="data:,">`;
  return `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <title>An article with a snippet from the manual</title>
        ${own}
      </head>
      <body><h1>An article</h1>${snippet}<p>The last paragraph.</p></body>
    </html>`;
}

test.each(["default", "pinned", "several"])(
  "the %s snippet draws its cards, and nothing on the page moves",
  async (name) => {
    const { page, watched } = await world.visit();
    await page.goto(`${world.site.origin}/${name}.html`);
    const cards = page.locator("topline-card");
    for (const card of await cards.all()) await card.locator("h3").waitFor();
    expect(await cards.count()).toBe(name === "several" ? 2 : 1);
    expect(watched.errors).toEqual([]);
    expect(await watched.inPage()).toEqual({ shifts: [], violations: [], stored: 0 });
    const asked = watched.requests.map((address) => new URL(address));
    const topline = asked.filter(({ origin }) => origin === world.toplineOrigin);
    const paths = topline.map(({ pathname }) => pathname);
    expect(paths).toHaveLength(2);
    expect(paths).toContain(`/v1/races/${RACE}`);
  },
);

test("the bare snippet draws its card right after the script", async () => {
  const { page, watched } = await world.visit();
  await page.goto(`${world.site.origin}/bare.html`);
  await page.locator("script + topline-card h3").waitFor();
  expect(watched.errors).toEqual([]);
});

test("the strict snippet works under the policy that stands above it", async () => {
  const [policy = ""] = blocks(partOf(manual, SNIPPETS.strict), "text");
  const [header = "", value = ""] = policy.trim().split(/: (.*)/s);
  const site = await openSite(pages, world.toplineOrigin, {
    [header]: value.replaceAll("https://HOST", "TOPLINE"),
  });
  afterAll(() => site.close());
  const { page, watched } = await world.visit();
  await page.goto(`${site.origin}/strict.html`);
  await page.locator("topline-card h3").waitFor();
  expect(await watched.inPage()).toEqual({ shifts: [], violations: [], stored: 0 });
  // What is loaded apart has to pass as well.
  await page.locator("topline-card").evaluate((card) => card.setAttribute("lang", "es"));
  await page.locator("topline-card section[lang=es]").waitFor();
  expect((await watched.inPage()).violations).toEqual([]);
  expect(watched.errors).toEqual([]);
});

test("the manual has every attribute of the element, and no other", async () => {
  const { page } = await world.visit();
  await page.goto(`${world.site.origin}/default.html`);
  await page.locator("topline-card h3").waitFor();
  const observed = await page.evaluate(
    () =>
      (customElements.get("topline-card") as unknown as { observedAttributes: string[] })
        .observedAttributes,
  );
  const table = rows(partOf(manual, "Attributes"));
  expect(table.map(([name]) => name).toSorted()).toEqual(
    observed.map((name) => `\`${name}\``).toSorted(),
  );
  for (const [name = "", onScript] of table)
    expect(onScript).toBe(`\`data-${name.replaceAll("`", "")}\``);
});
