import { guard } from "./guard.ts";

/** A little more than a frame: what has been drawn is shown before more is done. */
const PAUSE_MS = 20;

/** Work that takes longer goes on after a pause, so that a slow phone still answers its reader. */
const SLICE_MS = 5;

const queue: (() => void)[] = [];

/** Runs something in a later task, after all that was deferred before it, for whichever card. */
export function defer(run: () => void): void {
  if (queue.push(run) === 1) setTimeout(work, PAUSE_MS);
}

async function work(): Promise<void> {
  const end = Date.now() + SLICE_MS;
  do {
    guard(queue[0] as () => void);
    // Preact draws in a microtask after a component's state was set: that time counts as well.
    await Promise.resolve();
    // Only now, so that what the work itself defers finds that the queue is being worked on.
    queue.shift();
  } while (queue.length > 0 && Date.now() < end);
  if (queue.length > 0) setTimeout(work, PAUSE_MS);
}
