import { existsSync } from "node:fs";
import { chromium, type BrowserServer } from "playwright-core";

/** Where an installed Chrome is usually found, on systems that the npm package has no build for. */
const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  win32: "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
};

/** A real Chromium with nothing of its security switched off but the sandbox, which needs rights. */
export async function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: await chromePath(),
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"],
  });
}

async function chromePath(): Promise<string> {
  const installed = process.env["CHROME_PATH"] ?? INSTALLED[process.platform];
  if (installed && existsSync(installed)) return installed;
  // Must be set before the package is loaded: it then also unpacks system libraries and fonts.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs24.x";
  const packaged = await import("@sparticuz/chromium");
  return packaged.default.executablePath();
}
