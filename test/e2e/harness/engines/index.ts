import { openChromium } from "./chromium.ts";
import { type Engine, ENGINE_NAMES, type EngineName } from "./engine.ts";
import { firefoxPath, openFirefox } from "./firefox.ts";
import { openWebkit, webkitPath } from "./webkit.ts";

/** How each engine is found, what it is missing else, and how it is opened. */
const ENGINES: Readonly<
  Record<
    EngineName,
    {
      readonly find: () => string | null;
      readonly missing: string;
      readonly open: (path: string) => Promise<Engine>;
    }
  >
> = {
  chromium: { find: () => "", missing: "", open: openChromium },
  firefox: {
    find: firefoxPath,
    missing: "there is no firefox on the path (Debian: firefox-esr)",
    open: openFirefox,
  },
  webkit: {
    find: webkitPath,
    missing: "there is no WebKitWebDriver, or no screen (Debian: webkit2gtk-driver, xvfb)",
    open: openWebkit,
  },
};

/** The engines to run in: Chromium, and the others too where the run says so. */
export const engines: readonly EngineName[] = process.env["TOPLINE_ENGINES"]
  ? ENGINE_NAMES.filter((name) => ENGINES[name].find() !== null)
  : ["chromium"];

/** Opens an engine that `engines` names. */
export async function openEngine(name: EngineName): Promise<Engine> {
  const { find, open } = ENGINES[name];
  return open(find() ?? "");
}

/** A line for each engine: its version, or why it is skipped. */
export async function engineLines(): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const name of ENGINE_NAMES) {
    if (ENGINES[name].find() === null) {
      lines.push(`${name}: skipped, ${ENGINES[name].missing}`);
      continue;
    }
    const engine = await openEngine(name);
    lines.push(`${name}: ${engine.version}`);
    await engine.close();
  }
  return lines;
}
