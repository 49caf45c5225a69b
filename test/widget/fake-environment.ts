import type { Answer } from "../../src/widget/client.ts";
import type { Environment } from "../../src/widget/environment.ts";

type Timer = { readonly at: number; readonly run: () => void };

/** A browser whose clock, tab and network the test moves by hand. */
export class FakeEnvironment {
  now = Date.parse("2017-06-20T07:00:00-04:00");
  random = 0;
  hidden = false;
  readonly timers = new Set<Timer>();
  readonly visibilityListeners = new Set<(online?: boolean) => void>();
  readonly requests: {
    readonly refresh: boolean;
    readonly request: AbortController;
    readonly answer: (answer: Answer) => Promise<void>;
  }[] = [];

  readonly environment: Environment = {
    now: () => this.now,
    random: () => this.random,
    isHidden: () => this.hidden,
    after: (ms, run) => {
      const timer = { at: this.now + ms, run };
      this.timers.add(timer);
      return () => this.timers.delete(timer);
    },
    onVisibility: (run) => {
      this.visibilityListeners.add(run);
      return () => this.visibilityListeners.delete(run);
    },
    ask: (_, { refresh, request }) =>
      new Promise((resolve) => {
        this.requests.push({
          refresh,
          request,
          answer: async (answer) => {
            resolve(answer);
            await settled();
          },
        });
      }),
  };

  /** Lets time pass, running what falls due on the way. */
  advance(seconds: number): void {
    const end = this.now + seconds * 1000;
    for (;;) {
      const due = [...this.timers].filter(({ at }) => at <= end);
      const [first] = due.toSorted((a, b) => a.at - b.at);
      if (!first) break;
      this.timers.delete(first);
      this.now = Math.max(this.now, first.at);
      first.run();
    }
    this.now = end;
  }

  setHidden(hidden: boolean): void {
    this.hidden = hidden;
    for (const run of this.visibilityListeners) run();
  }

  /** The network is back. */
  goOnline(): void {
    for (const run of this.visibilityListeners) run(true);
  }
}

/** Waits until everything that promises have set off has run. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
