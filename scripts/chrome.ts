import { existsSync } from "node:fs";
import { type Browser, type BrowserServer, chromium } from "playwright-core";

/** Where an installed Chrome is usually found, on systems that the npm package has no build for. */
const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  win32: "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
};

/** Nothing of a browser's security is switched off but the sandbox, which needs rights. */
const ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"];

/** A real Chromium: the one at CHROME_PATH, an installed Chrome, or the one in an npm package. */
export async function launchChrome(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromePath(), args: ARGUMENTS });
}

/** The same, for several processes to connect to. */
export async function launchChromeServer(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: await chromePath(), args: ARGUMENTS });
}

async function chromePath(): Promise<string> {
  const installed = process.env["CHROME_PATH"] ?? INSTALLED[process.platform];
  if (installed && existsSync(installed)) return installed;
  // Must be set before the package is loaded: it then also unpacks system libraries and fonts.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs24.x";
  const packaged = await import("@sparticuz/chromium");
  return packaged.default.executablePath();
}
