import { askForRace, type AskForRace } from "./client.ts";

/** All that a feed wants from the browser, so that tests need neither network nor waiting. */
export type Environment = {
  readonly ask: AskForRace;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
  /** Runs something once after some milliseconds; the returned function cancels that. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly isHidden: () => boolean;
  /** Runs something whenever the tab is hidden or shown, until the returned function is called. */
  readonly onVisibility: (run: () => void) => () => void;
};

export const browser: Environment = {
  ask: askForRace,
  now: () => Date.now(),
  random: () => Math.random(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  isHidden: () => document.visibilityState === "hidden",
  onVisibility(run) {
    document.addEventListener("visibilitychange", run);
    return () => document.removeEventListener("visibilitychange", run);
  },
};
