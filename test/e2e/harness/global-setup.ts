import type { TestProject } from "vitest/node";
import { build } from "../../../scripts/build.ts";
import { launchChromeServer } from "../../../scripts/chrome.ts";
import { testRace } from "./race.ts";
import { Topline } from "./topline.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the shared browser listens for scenarios. */
    browserEndpoint: string;
    /** The shared Worker, which has `testRace()` and which no scenario changes or stops. */
    toplineOrigin: string;
  }
}

let close: () => Promise<unknown>;

/** Builds what ships and starts what all scenarios can share, once. */
export async function setup(project: TestProject): Promise<void> {
  const [browser, topline] = await Promise.all([
    launchChromeServer(),
    build().then(() => Topline.open()),
  ]);
  close = () => Promise.all([browser.close(), topline.close()]);
  await topline.publish(testRace());
  project.provide("browserEndpoint", browser.wsEndpoint());
  project.provide("toplineOrigin", topline.origin);
}

export async function teardown(): Promise<void> {
  await close();
}
