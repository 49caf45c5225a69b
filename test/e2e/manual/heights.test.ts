import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { readRaceFolder } from "../../../src/cli/folder/race-folder.ts";
import { readEventsCsv } from "../../../src/cli/replay/events.ts";
import { mergeSource } from "../../../src/race/merge.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import { LANGUAGE_TAGS } from "../../../src/wording/languages.ts";
import { page as manualPage, partOf, ROOT, rows } from "../../docs/manual.ts";
import { openOwnWorld, type OwnWorld } from "../harness/world.ts";

const DEMO = "us-ga-06-2017-runoff";
const NIGHT = "us-ga-06-2017-night";

let world: OwnWorld;

beforeAll(async () => {
  world = await openOwnWorld({ folder: import.meta.dirname });
  await world.topline.publish(await raceIn(DEMO));
  await world.topline.publish(await nightAtItsEnd());
});

test.each([320, 360, 440, 539, 540, 640, 900])(
  "at %i px no card of the demo races outgrows the height that the manual gives for it",
  async (width) => {
    const { page } = await world.visit({ viewport: { width, height: 900 } });
    await page.goto(world.site.origin);
    await page.addScriptTag({ url: `${world.toplineOrigin}/topline.js` });
    const table = partOf(await manualPage("docs/embedding.md"), "Heights to reserve");
    const languages = columnsOf(table);
    expect(languages).not.toEqual([]);
    for (const [name = "", ...reserved] of rows(table)) {
      for (const [i, lang] of languages.entries()) {
        const card = name.replaceAll("`", "");
        const race = card === "results" ? NIGHT : DEMO;
        const height = await heightOf(page, { race, card, lang });
        const limit = Number.parseInt(reserved[i] ?? "", 10);
        expect([card, lang, height, height <= limit]).toEqual([card, lang, height, true]);
      }
    }
  },
);

/** The languages of the table's columns, each headed by its English name. */
function columnsOf(table: string): readonly string[] {
  const names = new Intl.DisplayNames("en", { type: "language" });
  const heads = /^\| card +\|(.*)\|$/m.exec(table)?.[1]?.split("|") ?? [];
  return heads.map((head) => {
    const tag = LANGUAGE_TAGS.find((one) => names.of(one) === head.trim());
    if (!tag) throw new Error(`no language is called ${head}`);
    return tag;
  });
}

/** What a card takes across the whole page where nothing is reserved for it, in pixels. */
function heightOf(
  page: Page,
  attributes: { readonly race: string; readonly card: string; readonly lang: string },
): Promise<number> {
  return page.evaluate(async (wanted) => {
    const element = document.createElement("topline-card");
    for (const [name, value] of Object.entries(wanted)) element.setAttribute(name, value);
    document.querySelector("main")?.replaceChildren(element);
    const drawn = () =>
      element.shadowRoot?.querySelector("section")?.lang === wanted.lang &&
      element.shadowRoot.querySelector("h3 + *") !== null;
    while (!drawn()) await new Promise(requestAnimationFrame);
    return element.getBoundingClientRect().height;
  }, attributes);
}

async function raceIn(folder: string): Promise<RaceData> {
  const read = await readRaceFolder(join(ROOT, "races", folder));
  if (!read.ok) throw new Error(`races/${folder} has faults`);
  return read.value;
}

/** The rehearsal night with everything counted. */
async function nightAtItsEnd(): Promise<RaceData> {
  const night = await raceIn(NIGHT);
  const text = await readFile(join(ROOT, "races", NIGHT, "events.csv"), "utf8");
  const events = readEventsCsv(text, night.race);
  if (!events.ok) throw new Error("events.csv has faults");
  let { results } = night;
  for (const { counts } of events.value)
    results = mergeSource("results", results, { counts: [...counts] });
  return { ...night, results };
}
