import { setTimeout as sleep } from "node:timers/promises";

/** A Worker takes 100 requests of a token in ten seconds; some are left to other commands. */
const MAX_REQUESTS = 90;
const WINDOW_MS = 10_000;

/** Lets requests through no faster than a token may send them. */
export class Pace {
  readonly #times: number[] = [];
  readonly #now: () => number;
  readonly #sleep: (ms: number) => Promise<unknown>;

  constructor(now: () => number = Date.now, wait: (ms: number) => Promise<unknown> = sleep) {
    this.#now = now;
    this.#sleep = wait;
  }

  /** Resolves when one more request may be sent. */
  async turn(): Promise<void> {
    for (;;) {
      const now = this.#now();
      while (this.#times.length > 0 && (this.#times[0] ?? 0) <= now - WINDOW_MS)
        this.#times.shift();
      const [first = now] = this.#times;
      if (this.#times.length < MAX_REQUESTS) {
        this.#times.push(now);
        return;
      }
      await this.#sleep(first + WINDOW_MS - now);
    }
  }
}
