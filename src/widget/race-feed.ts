import type { RaceDocument } from "../race/schema/document.ts";
import { ageWhileFailing, refreshDelayMs, retryDelayMs, unknownDelayMs } from "./cadence.ts";
import type { Answer } from "./client.ts";
import { Poller } from "./poller.ts";
import type { Environment } from "./environment.ts";
import type { View } from "../cards/view.ts";

/** A clock that differs less than this from the server's is left alone. */
const CLOCK_TOLERANCE_MS = 30_000;

/**
 * No cache may hold an answer for longer (max-age and stale-while-revalidate). An older one comes
 * from the back button or a page's own cache, or the reader's clock is fast: only asking tells.
 */
const CACHED_MS = 120_000;

/** What has just happened to a feed; null: only time has passed. */
export type CardEvent = "ready" | "update" | "error" | null;

export type Listener = (view: View, event: CardEvent) => void;

/**
 * One race, asked for once however many cards show it. Starts asking with its first card and is
 * to be closed after its last.
 */
export class RaceFeed {
  readonly #environment: Environment;
  readonly #address: string;
  readonly #raceId: string;
  readonly #poller: Poller;
  readonly #cards = new Map<Listener, boolean>();
  #request: AbortController | null = null;
  #race: RaceDocument | null = null;
  #etag: string | null = null;
  #nextSeconds: number | null = null;
  /** When the numbers were last known good, by the reader's clock. */
  #goodAt = 0;
  /** The server itself answers with its last good numbers. */
  #serverIsStale = false;
  #misses = 0;
  #trouble: "none" | "failed" | "unknown" = "none";
  #dueAt = Infinity;
  #clockErrorMs = 0;

  constructor(environment: Environment, address: string, raceId: string) {
    this.#environment = environment;
    this.#address = address;
    this.#raceId = raceId;
    this.#poller = new Poller(
      environment,
      () => void this.#ask(),
      () => this.#tell(null),
    );
  }

  /** Adds a card and tells it the present state. `live`: the card wants to be kept up to date. */
  join(listener: Listener, live: boolean): void {
    this.#cards.set(listener, live);
    // The first card asks before it draws: the request is under way while the page does its part.
    if (!this.#request) {
      if (!this.#race && this.#trouble === "none") void this.#ask();
      else this.#plan();
    }
    listener(this.#view(), this.#race ? "ready" : null);
  }

  /** Takes a card away; true when it was the last one. */
  leave(listener: Listener): boolean {
    this.#cards.delete(listener);
    if (!this.#request) this.#plan();
    return this.#cards.size === 0;
  }

  close(): void {
    this.#poller.stop();
    this.#request?.abort();
    this.#request = null;
  }

  #view(): View {
    const now = this.#environment.now();
    if (this.#race) {
      return {
        kind: "ready",
        race: this.#race,
        now: now + this.#clockErrorMs,
        staleSeconds: ageWhileFailing(
          this.#serverIsStale ? Infinity : this.#misses,
          this.#goodAt,
          now,
        ),
      };
    }
    switch (this.#trouble) {
      case "none":
        return { kind: "loading" };
      case "failed":
        return { kind: "failed", retry: () => this.#retry() };
      case "unknown":
        return { kind: "unknown", raceId: this.#raceId };
    }
  }

  /** Asks at once because a reader wants it; a request that is under way is enough. */
  #retry(): void {
    if (this.#request) return;
    this.#trouble = "none";
    void this.#ask();
    this.#tell(null);
  }

  async #ask(): Promise<void> {
    const request = new AbortController();
    const refresh = this.#race !== null || this.#misses > 0;
    this.#request = request;
    this.#poller.setDue(Infinity);
    const answer = await this.#environment.ask(this.#address, { refresh, request });
    if (this.#request !== request) return;
    this.#request = null;
    const event = this.#settle(answer, refresh);
    this.#plan();
    this.#tell(event);
  }

  #settle(answer: Answer, refresh: boolean): CardEvent {
    const now = this.#environment.now();
    const random = this.#environment.random();
    if (answer.kind === "race") {
      const event = this.#race ? (sameEtag(answer.etag, this.#etag) ? null : "update") : "ready";
      // An unchanged document keeps its identity, so that nothing is drawn anew for it.
      if (event) this.#race = answer.race;
      const errorMs = (answer.serverNow ?? now) - now;
      const doubtful = !refresh && errorMs < -CACHED_MS;
      // An answer may have waited in a cache, so its clock proves ours slow; only a checked one
      // proves ours fast. Where in doubt, the answer is taken for what it was then.
      if (errorMs > 0 || refresh || doubtful)
        this.#clockErrorMs = Math.abs(errorMs) > CLOCK_TOLERANCE_MS ? errorMs : 0;
      this.#etag = answer.etag;
      this.#nextSeconds = answer.nextSeconds ?? answer.race.next;
      this.#serverIsStale = answer.staleSeconds !== null;
      this.#goodAt = now - (answer.staleSeconds ?? 0) * 1000 + (doubtful ? errorMs : 0);
      this.#misses = 0;
      this.#trouble = "none";
      this.#dueAt = now + (doubtful ? 0 : (refreshDelayMs(this.#nextSeconds, random) ?? Infinity));
      return event;
    }
    const isNew = this.#trouble !== answer.kind;
    this.#misses = isNew ? 1 : this.#misses + 1;
    this.#trouble = answer.kind;
    this.#dueAt =
      now +
      (answer.kind === "unknown"
        ? unknownDelayMs(this.#misses, random)
        : retryDelayMs(this.#misses, this.#nextSeconds, answer.retryAfterSeconds, random));
    return isNew ? "error" : null;
  }

  /** A card that isn't kept up to date still gets its first numbers. */
  #plan(): void {
    const wanted = !this.#race || [...this.#cards.values()].includes(true);
    this.#poller.setDue(wanted ? this.#dueAt : Infinity);
  }

  /** Each card draws in a task of its own, so that many cards don't hold up the page. */
  #tell(event: CardEvent): void {
    const view = this.#view();
    let delay = false;
    for (const listener of this.#cards.keys()) {
      const tell = () => {
        if (this.#cards.has(listener)) listener(view, event);
      };
      if (delay) this.#environment.after(0, tell);
      else tell();
      delay = true;
    }
  }
}

function sameEtag(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}
