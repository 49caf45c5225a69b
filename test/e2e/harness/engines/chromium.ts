import { launchChrome } from "../../../../scripts/chrome.ts";
import { type Engine, expressionOf, SIZE } from "./engine.ts";

/** Chromium by the protocol of its own developer tools. */
export async function openChromium(): Promise<Engine> {
  const browser = await launchChrome();
  let close = async () => {};
  return {
    name: "chromium",
    version: browser.version(),
    async open(address, viewport = SIZE) {
      await close();
      const context = await browser.newContext({ viewport });
      close = () => context.close();
      const page = await context.newPage();
      await page.goto(address);
      return {
        run: async (inPage, ...args) =>
          JSON.parse(await page.evaluate<string>(expressionOf(inPage, args))),
      };
    },
    close: () => browser.close(),
  };
}
