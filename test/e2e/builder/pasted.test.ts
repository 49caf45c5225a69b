import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openOwnWorld, type OwnWorld } from "../harness/world.ts";
import { DEMO, demoRace, MANY, raceOfTwelve } from "./races.ts";

let world: OwnWorld;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "topline-pasted-"));
  world = await openOwnWorld({ folder });
  await world.topline.publish(await demoRace());
  await world.topline.publish(raceOfTwelve());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A blank page but for one snippet, in a column of that width, and a line below it. */
function blank(snippet: string, width: number): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Blank</title>
    <link rel="icon" href="data:,"></head><body style="margin:0"><div style="width:${width}px">${snippet}</div>
    <p>The last paragraph.</p></body></html>`;
}

/** The snippets that the builder gives, by name, once it has measured the card. */
async function built(race: string, width: number) {
  const { page } = await world.visit();
  await page.goto(`${world.toplineOrigin}/?race=${race}&card=polls&width=${width}`);
  await page.getByText("Measured for this race and card").waitFor();
  const codes = await page.evaluate(() =>
    Array.from(document.querySelectorAll(".snippet"), (section) => [
      section.id.replace("snippet-", ""),
      section.querySelector("code")?.textContent ?? "",
    ]),
  );
  const height = Number(await page.locator("[data-height]").first().textContent());
  await page.close();
  return { codes: new Map(codes as [string, string][]), height };
}

async function paste(name: string, html: string) {
  await writeFile(join(folder, `${name}.html`), html);
  const visited = await world.visit({ viewport: { width: 1000, height: 2600 } });
  await visited.page.goto(`${world.site.origin}/${name}.html`);
  return visited;
}

const boxHeight = (page: Page, what: string) =>
  page.locator(what).evaluate((node) => node.getBoundingClientRect().height);

test.each([
  [DEMO, 320],
  [DEMO, 540],
  [MANY, 320],
  [MANY, 720],
])("what the builder gives for %s at %i px shows the card at that height", async (race, width) => {
  const { codes, height } = await built(race, width);
  expect(height).toBeGreaterThan(300);

  for (const name of ["element", "pinned"]) {
    const { page, watched } = await paste(name, blank(codes.get(name)!, width));
    await page.locator("topline-card footer").waitFor();
    expect([name, await boxHeight(page, "topline-card")]).toEqual([name, height]);
    // As high as it has to be: no more than a step is left empty.
    const card = await boxHeight(page, "topline-card section");
    expect(card).toBeGreaterThan(height - 10.5);
    expect(await watched.inPage()).toEqual({ shifts: [], violations: [], stored: 0 });
    expect(watched.errors).toEqual([]);
    await page.close();
  }

  const script = await paste("script", blank(codes.get("script")!, width));
  await script.page.locator("script + topline-card footer").waitFor();
  const drawn = await boxHeight(script.page, "topline-card");
  expect(drawn).toBeLessThanOrEqual(height);
  await script.page.close();

  const frame = await paste("iframe", blank(codes.get("iframe")!, width));
  const inside = frame.page.frameLocator("iframe");
  await inside.locator("topline-card footer").waitFor();
  expect(await boxHeight(frame.page, "iframe")).toBe(height);
  // Nothing inside has to be scrolled to.
  const scrolls = await inside
    .locator("html")
    .evaluate((html) => html.scrollHeight - html.clientHeight);
  expect(scrolls).toBe(0);
  expect(await frame.watched.inPage()).toEqual({ shifts: [], violations: [], stored: 0 });
  await frame.page.close();

  const image = await paste("image", blank(codes.get("image")!, 640));
  await image.page.waitForFunction(() => document.images[0]?.complete);
  const picture = await image.page.evaluate(() => {
    const [img] = document.images;
    return [img!.naturalWidth / 2, img!.naturalHeight / 2, img!.width, img!.height];
  });
  expect(picture.slice(0, 2)).toEqual(picture.slice(2));
  expect((await image.watched.inPage()).shifts).toEqual([]);
  await image.page.close();
});

test("the React snippet is JSX that draws the card", async () => {
  const { codes, height } = await built(DEMO, 540);
  const { outputFiles } = await build({
    stdin: {
      contents: `import { h, Fragment, render } from "preact";
        render(<>${codes.get("react")}</>, document.querySelector("main"));`,
      resolveDir: import.meta.dirname,
      loader: "jsx",
    },
    jsx: "transform",
    jsxFactory: "h",
    jsxFragment: "Fragment",
    bundle: true,
    write: false,
  });
  const html = `<main></main><script>${outputFiles[0]!.text}</script>`;
  const { page, watched } = await paste("react", blank(html, 540));
  await page.locator("topline-card footer").waitFor();
  expect(await boxHeight(page, "topline-card")).toBe(height);
  expect(watched.errors).toEqual([]);
});

test("every address that the builder gives answers", async () => {
  const { codes } = await built(DEMO, 540);
  const addresses = [...codes].flatMap(([, code]) =>
    (code.match(/https?:[^"\s)]+/g) ?? []).map((address) => address.replaceAll("&amp;", "&")),
  );
  expect(addresses.length).toBeGreaterThan(12);
  for (const address of new Set(addresses)) {
    const answer = await fetch(address);
    expect([address, answer.status]).toEqual([address, 200]);
  }
});
