import type { Feed } from "../../../race/schema/feeds.ts";
import { sha256 } from "../storage/digest.ts";
import { checkAddress } from "./check-address.ts";
import type { FeedPolicy } from "./policy.ts";
import { readBounded } from "./read-bounded.ts";

/** What tells whether a file has changed since it was last taken in. */
export type Validators = {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 of the file, for the many servers that send neither. */
  readonly digest: string;
};

export type FeedFailure = "refused" | "redirects" | "status" | "too_large" | "timeout" | "network";

export type FetchedFeed =
  | {
      readonly kind: "changed";
      readonly bytes: Uint8Array;
      readonly validators: Validators;
      /** The file's own time, ISO 8601, where the server tells one. */
      readonly lastModified: string | null;
    }
  | { readonly kind: "unmodified"; readonly validators: Validators }
  | {
      readonly kind: "failed";
      readonly reason: FeedFailure;
      readonly message: string;
      /** How long the server asks to be left alone. */
      readonly retryAfterSeconds: number | null;
    };

export type FetchIo = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly policy: FeedPolicy;
  /** For the whole of it, redirects and body included. */
  readonly timeoutMs: number;
  /** Of the file, decompressed. */
  readonly maxBytes: number;
};

export const FEED_TIMEOUT_MS = 15_000;
/** As much as a body that somebody sends. */
export const FEED_MAX_BYTES = 5 * 1024 * 1024;

const MAX_REDIRECTS = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MAX_HEADER_LENGTH = 1024;

/**
 * Asks a feed's address for its file, unless it is still the one that `previous` tells of. Every
 * address on the way is checked against the policy before it is asked. Never throws.
 */
export async function fetchFeed(
  feed: Pick<Feed, "url">,
  previous: Validators | null,
  io: FetchIo,
): Promise<FetchedFeed> {
  const signal = AbortSignal.timeout(io.timeoutMs);
  let base: URL | null = null;
  let address = feed.url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const checked = checkAddress(address, base, io.policy);
    if (!checked.ok)
      return failed("refused", hop === 0 ? checked.reason : `redirected: ${checked.reason}`);
    const { url } = checked;
    try {
      const response = await io.fetch(url.href, requestFor(previous, signal));
      const location = response.headers.get("Location");
      if (!REDIRECTS.has(response.status) || location === null)
        return await taken(response, url.host, previous, io, signal);
      await response.body?.cancel();
      base = url;
      address = location;
    } catch (error) {
      return signal.aborted ? timedOut(url.host, io) : failed("network", broken(url.host, error));
    }
  }
  return failed("redirects", `${base?.host} redirects more than ${MAX_REDIRECTS} times`);
}

function requestFor(previous: Validators | null, signal: AbortSignal): RequestInit {
  const headers = new Headers({ Accept: "*/*", "User-Agent": "Topline (election results feed)" });
  if (previous?.etag) headers.set("If-None-Match", previous.etag);
  if (previous?.lastModified) headers.set("If-Modified-Since", previous.lastModified);
  // A shared cache between us and the office would make fresh numbers late.
  return { headers, signal, redirect: "manual", cache: "no-store" };
}

async function taken(
  response: Response,
  host: string,
  previous: Validators | null,
  io: FetchIo,
  signal: AbortSignal,
): Promise<FetchedFeed> {
  if (response.status === 304 && (previous?.etag || previous?.lastModified)) {
    await response.body?.cancel();
    return { kind: "unmodified", validators: previous };
  }
  const length = Number(response.headers.get("Content-Length") ?? 0);
  if (response.status !== 200 || length > io.maxBytes) {
    await response.body?.cancel();
    return response.status === 200
      ? tooLarge(host, io)
      : failed("status", `${host} answered ${response.status}`, retryAfter(response));
  }
  const read = await readBounded(response.body, io.maxBytes, signal);
  if (!read.ok) return read.reason === "timeout" ? timedOut(host, io) : tooLarge(host, io);
  const lastModified = headerOf(response, "Last-Modified");
  const digest = await sha256(read.bytes);
  const validators = { etag: headerOf(response, "ETag"), lastModified, digest };
  if (digest === previous?.digest) return { kind: "unmodified", validators };
  return { kind: "changed", bytes: read.bytes, validators, lastModified: isoTime(lastModified) };
}

function failed(
  reason: FeedFailure,
  message: string,
  retryAfterSeconds: number | null = null,
): FetchedFeed {
  return { kind: "failed", reason, message, retryAfterSeconds };
}

function timedOut(host: string, { timeoutMs }: FetchIo): FetchedFeed {
  return failed("timeout", `${host} took longer than ${timeoutMs / 1000} s`);
}

function tooLarge(host: string, { maxBytes }: FetchIo): FetchedFeed {
  return failed("too_large", `${host} sent more than ${maxBytes} bytes`);
}

/** Messages of the runtime may hold the whole address, and an address may hold a key. */
function broken(host: string, error: unknown): string {
  return `${host} can't be reached (${error instanceof Error ? error.name : "unknown fault"})`;
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

/** A validator is kept and sent back, so it must be of a reasonable length. */
function headerOf(response: Response, name: string): string | null {
  const value = response.headers.get(name);
  return value === null || value.length > MAX_HEADER_LENGTH ? null : value;
}

function isoTime(httpDate: string | null): string | null {
  const ms = Date.parse(httpDate ?? "");
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
