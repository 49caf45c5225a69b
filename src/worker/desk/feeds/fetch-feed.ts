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
      /** Of an answer that is none. */
      readonly status: number | null;
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
 * address on the way is checked against the policy before it is asked, and only the feed's own host
 * gets its headers, which hold keys. Never throws, and says nothing of them.
 */
export async function fetchFeed(
  feed: { readonly url: string; readonly headers?: Readonly<Record<string, string>> },
  previous: Validators | null,
  io: FetchIo,
): Promise<FetchedFeed> {
  const signal = AbortSignal.timeout(io.timeoutMs);
  let base: URL | null = null;
  let address = feed.url;
  let first: string | null = null;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const checked = checkAddress(address, base, io.policy);
    if (!checked.ok)
      return failed("refused", hop === 0 ? checked.reason : `redirected: ${checked.reason}`);
    const { url } = checked;
    try {
      first ??= url.origin;
      const own = url.origin === first ? feed.headers : {};
      const response = await io.fetch(url.href, requestFor(previous, own, signal));
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

function requestFor(
  previous: Validators | null,
  own: Readonly<Record<string, string>> = {},
  signal: AbortSignal,
): RequestInit {
  const headers = new Headers(own);
  if (!headers.has("Accept")) headers.set("Accept", "*/*");
  headers.set("User-Agent", "Topline (election results feed)");
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
      : failed("status", `${host} answered ${response.status}`, response);
  }
  const read = await readBounded(response.body, io.maxBytes, signal);
  if (!read.ok) return read.reason === "timeout" ? timedOut(host, io) : tooLarge(host, io);
  const lastModified = headerOf(response, "Last-Modified");
  const digest = await sha256(read.bytes);
  const validators = { etag: headerOf(response, "ETag"), lastModified, digest };
  if (digest === previous?.digest) return { kind: "unmodified", validators };
  return { kind: "changed", bytes: read.bytes, validators, lastModified: isoTime(lastModified) };
}

function failed(reason: FeedFailure, message: string, answer: Response | null = null): FetchedFeed {
  const retryAfterSeconds = answer && retryAfter(answer);
  return { kind: "failed", reason, message, retryAfterSeconds, status: answer?.status ?? null };
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

/** A quota that is used up, by a server that doesn't say for how long. */
const QUOTA_SECONDS = 60;
const QUOTA_STATUSES: ReadonlySet<number> = new Set([403, 429]);

function retryAfter({ status, headers }: Response): number | null {
  const said = headers.get("Retry-After") ?? "";
  const seconds = /^\d+$/.test(said.trim()) ? Number(said) : secondsUntil(said);
  if (seconds > 0) return seconds;
  return QUOTA_STATUSES.has(status) ? QUOTA_SECONDS : null;
}

/** Some servers say a date. */
function secondsUntil(httpDate: string): number {
  const at = Date.parse(httpDate);
  return Number.isNaN(at) ? 0 : Math.ceil((at - Date.now()) / 1000);
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
