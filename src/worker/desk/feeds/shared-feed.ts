import { FORMATS, isFormat } from "../../../formats/formats.ts";
import { isoTime } from "../desk.ts";
import { sha256 } from "../storage/digest.ts";
import { waitAfter } from "./due.ts";
import {
  FEED_MAX_BYTES,
  FEED_TIMEOUT_MS,
  fetchFeed,
  type FetchedFeed,
  type FetchIo,
} from "./fetch-feed.ts";
import type { FeedAnswer, FeedAsk } from "./feed-answer.ts";
import type { FeedPolicy } from "./policy.ts";
import { readSecrets } from "./secrets.ts";
import { SharedFeedStore } from "./shared-feed-store.ts";
import { nextAddress } from "./next-address.ts";

export type SharedFeedIo = {
  readonly storage: Pick<DurableObjectStorage, "sql" | "transactionSync">;
  readonly now: () => number;
  readonly fetch: FetchIo["fetch"];
  readonly policy: FeedPolicy;
  /** Where secrets are found by their names. */
  readonly env: object;
};

/** Asked a little early by the clock of another machine, a file of this interval is fresh still. */
const FRESH_SHARE = 0.9;
/** Answers to an address of changes that say: begin anew. */
const GONE: ReadonlySet<number> = new Set([400, 404, 410]);

/**
 * One feed's address, for all races that share it: asked once for all of them, with what its source
 * says of changes (ETag, `nextrequest`) and of quota kept here. What it gave last stays, cut by
 * contest where the format can be, so that later answers may hold only what has changed.
 */
export class SharedFeed {
  readonly #io: SharedFeedIo;
  readonly #store: SharedFeedStore;
  /** One asks, the others wait for the same answer. */
  #asking: Promise<void> | null = null;

  constructor(io: SharedFeedIo) {
    this.#io = io;
    this.#store = new SharedFeedStore(io.storage);
  }

  async ask(wanted: FeedAsk): Promise<FeedAnswer> {
    this.#asking ??= this.#isDue(wanted)
      ? this.#askSource(wanted).finally(() => {
          this.#asking = null;
        })
      : null;
    await this.#asking;
    const state = this.#store.state();
    const { failure, answeredAt, lastModified } = state;
    const kept = await this.#partFor(wanted);
    const askedAt = isoTime(answeredAt ?? this.#io.now());
    // Whoever comes new gets what there is, though its source is silent now.
    if (
      kept !== null &&
      kept.digest !== wanted.taken &&
      (failure === null || wanted.taken === null)
    )
      return { kind: "changed", ...kept, lastModified, askedAt };
    if (failure !== null) {
      const left = state.notBefore === null ? 0 : state.notBefore - this.#io.now();
      const retryAfterSeconds = left > 0 ? Math.ceil(left / 1000) : null;
      return { kind: "failed", message: failure, retryAfterSeconds };
    }
    return { kind: "unmodified", digest: kept?.digest ?? wanted.taken, askedAt };
  }

  #isDue({ everySeconds }: FeedAsk): boolean {
    const { lastAttempt, failures, notBefore } = this.#store.state();
    const now = this.#io.now();
    // A time of the future was written by a wrong clock.
    if (lastAttempt === null || lastAttempt > now) return true;
    if (notBefore !== null && now < notBefore) return false;
    return now - lastAttempt >= waitAfter(everySeconds, failures) * FRESH_SHARE;
  }

  /** Never throws: whatever happens is what the next answer says. */
  async #askSource({ url, headers, format }: FeedAsk): Promise<void> {
    const { now, fetch, policy, env } = this.#io;
    const store = this.#store;
    const { next, validators, failures } = store.state();
    const lastAttempt = now();
    const fail = (message: string, retryAfterSeconds: number | null, from: string | null) =>
      store.write({
        lastAttempt,
        failure: message,
        failures: failures + 1,
        notBefore: retryAfterSeconds === null ? null : lastAttempt + retryAfterSeconds * 1000,
        next: from,
      });
    const secrets = readSecrets(env, headers);
    if (!secrets.ok) return fail(secrets.message, null, next);
    const address = next ?? url;
    const known = validators?.address === address ? validators : null;
    const io = { fetch, policy, timeoutMs: FEED_TIMEOUT_MS, maxBytes: FEED_MAX_BYTES };
    const fetched = await fetchFeed({ url: address, headers: secrets.values }, known, io);
    if (fetched.kind === "failed") {
      const isGone = next !== null && GONE.has(fetched.status ?? 0);
      return fail(fetched.message, fetched.retryAfterSeconds, isGone ? null : next);
    }
    const good = {
      lastAttempt,
      answeredAt: lastAttempt,
      failure: null,
      failures: 0,
      notBefore: null,
    };
    if (fetched.kind === "unmodified") return store.write(good);
    const taken = await this.#take(fetched, { format, isWhole: next === null });
    if (!taken.ok) return fail(taken.message, null, null);
    store.write({
      ...good,
      lastModified: fetched.lastModified,
      validators: { ...fetched.validators, address },
      next: nextAddress(taken.next, url, policy),
    });
  }

  /** Keeps what came: the file, or its parts by contest. */
  async #take(
    { bytes }: Extract<FetchedFeed, { readonly kind: "changed" }>,
    { format, isWhole }: { readonly format: string; readonly isWhole: boolean },
  ): Promise<
    | { readonly ok: true; readonly next: string | null }
    | { readonly ok: false; readonly message: string }
  > {
    const cut = isFormat(format) ? FORMATS[format].parts : undefined;
    if (cut === undefined) {
      await this.#store.keep(new Map([["", bytes]]), true);
      return { ok: true, next: null };
    }
    const read = cut(new TextDecoder().decode(bytes));
    if (!read.ok)
      return { ok: false, message: read.faults.map(({ message }) => message).join("; ") };
    const { parts, next } = read.value;
    const encoder = new TextEncoder();
    const files = [...parts].map(([key, text]) => [key, encoder.encode(text)] as const);
    await this.#store.keep(new Map(files), isWhole);
    return { ok: true, next };
  }

  /** What a race gets: its contest where it names one that there is, else all there are. */
  async #partFor({ format, contests }: FeedAsk): Promise<Kept | null> {
    const keys = this.#store.keys();
    const named = keys.filter((key) => contests.includes(key));
    const wanted = named.length > 0 ? named : keys;
    const files = await this.#store.files(wanted);
    const join = isFormat(format) ? FORMATS[format].join : undefined;
    const [first] = files;
    if (first === undefined) return null;
    if (files.length === 1 || join === undefined)
      return { bytes: first, digest: await sha256(first) };
    const decoder = new TextDecoder();
    const bytes = new TextEncoder().encode(join(files.map((file) => decoder.decode(file))));
    return { bytes, digest: await sha256(bytes) };
  }
}

type Kept = { readonly bytes: Uint8Array; readonly digest: string };
