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
  /**
   * Runs something whenever the tab is hidden or shown or the network is back (`online`), until the
   * returned function is called.
   */
  readonly onVisibility: (run: (online?: boolean) => void) => () => void;
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
    const heard = ({ type }: Event) => run(type === "online");
    const events = ["visibilitychange", "pageshow", "online"];
    // On its way down the window hears all three.
    for (const type of events) addEventListener(type, heard, true);
    return () => {
      for (const type of events) removeEventListener(type, heard, true);
    };
  },
};
