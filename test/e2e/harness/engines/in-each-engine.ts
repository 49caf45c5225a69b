import { afterAll, beforeAll, describe, inject } from "vitest";
import { openSite, type Site } from "../site.ts";
import type { Engine, EngineName, Size, Tab } from "./engine.ts";
import { engines, openEngine } from "./index.ts";

/** Opens a page of the scenario's folder. */
export type OpenPage = (page: string, size?: Size) => Promise<Tab>;

/** Runs tests in every engine of this run, with a site of the pages in `folder`. */
export function inEachEngine(
  folder: string,
  tests: (open: OpenPage, name: EngineName) => void,
): void {
  describe.each(engines)("in %s", (name) => {
    let engine: Engine;
    let site: Site;

    beforeAll(async () => {
      engine = await openEngine(name);
      site = await openSite(folder, inject("toplineOrigin"));
    });
    afterAll(async () => {
      site?.close();
      await engine?.close();
    });

    tests((page, size) => engine.open(`${site.origin}/${page}`, size), name);
  });
}
