import { chromium, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, inject } from "vitest";
import { openSite, type Site } from "./site.ts";
import type { Topline } from "./topline.ts";
import { watch, type Watch } from "./watch.ts";

/** A publisher's site and its readers. */
export type World = {
  readonly site: Site;
  /** Where Topline answers. */
  readonly toplineOrigin: string;
  /** A fresh reader with an empty cache, who hasn't opened anything yet. */
  readonly visit: (
    options?: BrowserContextOptions,
  ) => Promise<{ readonly page: Page; readonly watched: Watch }>;
};

export type OwnWorld = World & { readonly topline: Topline };

export type Scenario = {
  /** The scenario's folder, with the host page in index.html. */
  readonly folder: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The world of a scenario that only looks: Topline has `testRace()`. Closes after the file's tests. */
export async function openWorld(scenario: Scenario): Promise<World> {
  return openWorldAround(inject("toplineOrigin"), scenario);
}

/** The world of a scenario that publishes or stops its own Topline, which has nothing yet. */
export async function openOwnWorld(
  scenario: Scenario,
  vars: Readonly<Record<string, string>> = {},
): Promise<OwnWorld> {
  // Loads wrangler, which takes a second that most scenarios can do without.
  const { Topline } = await import("./topline.ts");
  const topline = await Topline.open(vars);
  afterAll(() => topline.close());
  return { ...(await openWorldAround(topline.origin, scenario)), topline };
}

async function openWorldAround(toplineOrigin: string, scenario: Scenario): Promise<World> {
  const browser = await chromium.connect(inject("browserEndpoint"));
  const site = await openSite(scenario.folder, toplineOrigin, scenario.headers);
  afterAll(async () => {
    site.close();
    await browser.close();
  });
  return {
    site,
    toplineOrigin,
    async visit(options) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      return { page, watched: await watch(page) };
    },
  };
}
