import type { Environment } from "./environment.ts";

/** How often shown ages are brought up to date; also how soon a wake from sleep is noticed. */
const TICK_MS = 60_000;

/**
 * Asks when it is time, with one timer, and only while the tab is seen. Between askings it ticks
 * once a minute, so that what ages on the page does. Whoever is asked sets the next due moment.
 */
export class Poller {
  readonly #environment: Environment;
  readonly #ask: () => void;
  readonly #tick: () => void;
  readonly #forgetVisibility: () => void;
  #dueAt = Infinity;
  #cancelTimer = () => {};

  constructor(environment: Environment, ask: () => void, tick: () => void) {
    this.#environment = environment;
    this.#ask = ask;
    this.#tick = tick;
    this.#forgetVisibility = environment.onVisibility((online) => {
      // What was put off while there was no network is due now, for a hidden tab once it is seen.
      if (online && this.#dueAt < Infinity) this.#dueAt = 0;
      this.#wake();
    });
  }

  /** Sets the moment of the next asking (milliseconds since 1970); Infinity: none. */
  setDue(dueAt: number): void {
    this.#dueAt = dueAt;
    this.#wait();
  }

  stop(): void {
    this.#cancelTimer();
    this.#forgetVisibility();
  }

  #wait(): void {
    this.#cancelTimer();
    if (this.#environment.isHidden()) return;
    const left = Math.max(0, this.#dueAt - this.#environment.now());
    this.#cancelTimer = this.#environment.after(Math.min(left, TICK_MS), () => this.#wake());
  }

  #wake(): void {
    if (this.#environment.isHidden()) {
      this.#cancelTimer();
    } else if (this.#environment.now() >= this.#dueAt) {
      this.#ask();
    } else {
      this.#wait();
      this.#tick();
    }
  }
}
