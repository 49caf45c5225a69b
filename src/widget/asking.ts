import { h } from "preact";
import type { Ask, Card } from "../cards/card.ts";

/** How long a section may take before it counts as failed. */
const TIMEOUT_MS = 15_000;

type Parts = NonNullable<Card["more"]>;

/**
 * Gives parts of a card, which know nothing of requests, whom to ask for a section in full. It
 * comes with their pack: only what a reader opens asks.
 */
export function asking(parts: Parts): Parts {
  const entries = Object.entries(parts).map(
    ([name, Part]) =>
      [name, (props: Parameters<typeof Part>[0]) => h(Part, { ...props, ask })] as const,
  );
  return Object.fromEntries(entries);
}

/** Goes past the browser's cache, as every refresh does: a section must not be older than its card. */
const ask: Ask = async (address) => {
  const request = new AbortController();
  const timer = setTimeout(() => request.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(address, {
      mode: "cors",
      cache: "no-cache",
      signal: request.signal,
    });
    const body = response.ok ? ((await response.json()) as { readonly schema?: unknown }) : null;
    return body?.schema === 1 ? body : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
};
