import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RACE_ID } from "../harness/race.ts";
import { openWorld, type World } from "../harness/world.ts";

let world: World;
let folder: string;

/** A publisher's site whose article was put together on the publisher's own server. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "topline-fragment-"));
  world = await openWorld({ folder });
  const fragment = await fetch(`${world.toplineOrigin}/embed/${RACE_ID}/polls.html`);
  const page = `<!doctype html><html lang="en"><title>An article</title>${await fragment.text()}</html>`;
  await writeFile(join(folder, "index.html"), page);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** All that a reader without scripts sees of the polls of the test race. */
async function seen(address: string) {
  const { page, watched } = await world.visit({ javaScriptEnabled: false });
  await page.goto(address);
  const card = page.locator("topline-card section").first();
  const { height } = (await card.boundingBox())!;
  return { text: await card.innerText(), height, errors: watched.errors };
}

test("without a script, a race's page, a frame and a fragment show the same whole card", async () => {
  const topline = world.toplineOrigin;
  const looks = [
    await seen(`${topline}/races/${RACE_ID}`),
    await seen(`${topline}/embed/${RACE_ID}/polls`),
    await seen(world.site.origin),
  ];
  for (const { text, height, errors } of looks) {
    expect(text).toBe(looks[0]!.text);
    expect(text).toContain("Rehearsal pollster 3");
    // Without its style a drawing would be much higher.
    expect(height).toBeLessThan(800);
    expect(errors).toEqual([]);
  }
});
