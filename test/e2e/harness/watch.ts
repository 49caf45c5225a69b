import type { Page } from "playwright-core";

/** What a page has done that a publisher would mind, as it stands at the moment of asking. */
export type Watch = {
  readonly requests: readonly string[];
  readonly errors: readonly string[];
  readonly inPage: () => Promise<{
    readonly layoutShift: number;
    readonly violations: readonly string[];
    readonly stored: number;
  }>;
};

declare global {
  interface Window {
    watched: { layoutShift: number; violations: string[] };
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
    window.watched = { layoutShift: 0, violations: [] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        window.watched.layoutShift += (entry as PerformanceEntry & { value: number }).value;
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
