import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { build } from "../../../scripts/build.ts";
import { launchBrowser } from "./browser.ts";
import { openSite, type Site } from "./site.ts";
import { Topline } from "./topline.ts";
import { watch, type Watch } from "./watch.ts";

/** A publisher's site, Topline and a browser, each real and each on its own. */
export type World = {
  readonly topline: Topline;
  readonly site: Site;
  readonly browser: Browser;
  /** A fresh reader with an empty cache, who hasn't opened anything yet. */
  readonly visit: (options?: BrowserContextOptions) => Promise<{ page: Page; watched: Watch }>;
  readonly close: () => Promise<void>;
};

export async function openWorld(options: {
  /** The scenario's folder, with the host page in index.html. */
  readonly folder: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
}): Promise<World> {
  const [browser, topline] = await Promise.all([
    launchBrowser(),
    build().then(() => Topline.open(options.vars)),
  ]);
  const site = await openSite(options.folder, topline.origin, options.headers);
  return {
    topline,
    site,
    browser,
    async visit(contextOptions) {
      const context = await browser.newContext(contextOptions);
      const page = await context.newPage();
      return { page, watched: await watch(page) };
    },
    async close() {
      site.close();
      await Promise.all([browser.close(), topline.close()]);
    },
  };
}
