import { setTimeout as wait } from "node:timers/promises";

/** How long is waited for a page: 10 seconds. */
const ATTEMPTS = 200;
const PAUSE_MS = 50;

/** A browser engine that scenarios can run in. */
export type Engine = {
  readonly name: EngineName;
  /** As the browser itself says it. */
  readonly version: string;
  /** Opens an address in a window with so much room for the page. Only one is open at a time. */
  readonly open: (address: string, size?: Size) => Promise<Tab>;
  readonly close: () => Promise<void>;
};

export const ENGINE_NAMES = ["chromium", "firefox", "webkit"] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export type Size = { readonly width: number; readonly height: number };
export const SIZE: Size = { width: 720, height: 900 };

export type Tab = {
  /** Runs a function in the page, with JSON values going in and coming out. */
  readonly run: <A extends readonly unknown[], T>(
    inPage: (...args: A) => T | Promise<T>,
    ...args: A
  ) => Promise<T>;
};

/** The text of an expression that runs a function in a page and gives its value as JSON. */
export function expressionOf(inPage: unknown, args: readonly unknown[]): string {
  const list = args.map((arg) => JSON.stringify(arg)).join();
  return `(async () => JSON.stringify((await (${String(inPage)})(${list})) ?? null))()`;
}

/** Runs a function in the page again and again until it gives what passes for true. */
export async function until<A extends readonly unknown[], T>(
  tab: Tab,
  inPage: (...args: A) => T | Promise<T>,
  ...args: A
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const value = await tab.run(inPage, ...args);
    if (value) return value;
    if (attempt === ATTEMPTS) throw new Error(`never came true: ${String(inPage)}`);
    await wait(PAUSE_MS);
  }
}
