import type { Page } from "playwright-core";

/** What a page has done that a publisher would mind, as it stands at the moment of asking. */
export type Watch = {
  readonly requests: readonly string[];
  readonly errors: readonly string[];
  readonly inPage: () => Promise<{
    /** What has moved without the reader's doing, and by how much. */
    readonly shifts: readonly string[];
    readonly violations: readonly string[];
    readonly stored: number;
  }>;
};

/** Not in TypeScript's library yet: https://wicg.github.io/layout-instability/ */
type LayoutShift = PerformanceEntry & {
  readonly value: number;
  readonly sources: readonly {
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
};

declare global {
  interface Window {
    watched: { shifts: string[]; violations: string[] };
  }
}

/** Looks over a page's shoulder from before its first byte. */
export async function watch(page: Page): Promise<Watch> {
  const requests: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  await page.addInitScript(() => {
    window.watched = { shifts: [], violations: [] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as LayoutShift;
        // The nodes are hidden where they are inside a card, the places aren't.
        const moved = sources.map((source) =>
          [source.previousRect, source.currentRect]
            .map(({ x, y, width, height }) => `${x} ${y} ${width}×${height}`)
            .join(" to "),
        );
        window.watched.shifts.push(`${value}: ${moved.join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
    document.addEventListener("securitypolicyviolation", (event) =>
      window.watched.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return {
    requests,
    errors,
    inPage: () =>
      page.evaluate(() => ({
        ...window.watched,
        stored: localStorage.length + sessionStorage.length + document.cookie.length,
      })),
  };
}
