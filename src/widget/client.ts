import type { RaceDocument } from "../race/schema/document.ts";

/** How long one request may take before it counts as failed. */
const TIMEOUT_MS = 15_000;

/** What became of one request. */
export type Answer =
  | {
      readonly kind: "race";
      readonly race: RaceDocument;
      readonly etag: string | null;
      /** Seconds since the server's own numbers were last known good, where it says so. */
      readonly staleSeconds: number | null;
      /** The operator's override of the document's `next`. */
      readonly nextSeconds: number | null;
      /** The server's clock in milliseconds since 1970, when it made this answer. */
      readonly serverNow: number | null;
    }
  | { readonly kind: "unknown" }
  | { readonly kind: "failed"; readonly retryAfterSeconds: number | null };

export type AskForRace = (
  address: string,
  options: { readonly refresh: boolean; readonly request: AbortController },
) => Promise<Answer>;

/**
 * Asks for a race document. The first request has to match the page's preload line (mode cors,
 * default credentials, default cache); a refresh goes past the browser's cache, because an answer
 * served while revalidating would show every number one poll late. Never rejects.
 */
export const askForRace: AskForRace = async (address, { refresh, request }) => {
  const timer = setTimeout(() => request.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(address, {
      mode: "cors",
      cache: refresh ? "no-cache" : "default",
      signal: request.signal,
    });
    return await readAnswer(response);
  } catch {
    return { kind: "failed", retryAfterSeconds: null };
  } finally {
    clearTimeout(timer);
  }
};

/** Reads a response. Throws where the body isn't JSON. */
export async function readAnswer(response: Response): Promise<Answer> {
  const { headers } = response;
  if (response.status === 404) return { kind: "unknown" };
  const race = response.ok ? ((await response.json()) as RaceDocument | null) : null;
  // Version 1 only ever gains fields; another version is none we can draw.
  if (race?.schema !== 1) {
    return { kind: "failed", retryAfterSeconds: seconds(headers, "Retry-After") };
  }
  return {
    kind: "race",
    race,
    etag: headers.get("ETag"),
    staleSeconds: seconds(headers, "Topline-Stale"),
    nextSeconds: seconds(headers, "Topline-Next"),
    serverNow: serverNow(headers),
  };
}

/** A header's whole seconds; Retry-After may also be a date, which is left to the back-off. */
function seconds(headers: Headers, name: string): number | null {
  const value = headers.get(name);
  return value !== null && /^\d{1,8}$/.test(value) ? Number(value) : null;
}

function serverNow(headers: Headers): number | null {
  const date = Date.parse(headers.get("Date") ?? "");
  return Number.isNaN(date) ? null : date + (seconds(headers, "Age") ?? 0) * 1000;
}
