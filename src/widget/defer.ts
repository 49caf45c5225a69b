import { guard } from "./guard.ts";

/** Work that takes longer goes on after the next frame, so that a slow phone still answers its reader. */
const SLICE_MS = 5;

const queue: (() => void)[] = [];

/**
 * Runs something once the browser has shown what is drawn, after all that was deferred before it,
 * for whichever card. In a hidden tab that is when the reader comes back.
 */
export function defer(run: () => void): void {
  if (queue.push(run) === 1) afterFrame(work);
}

/** Runs something once the browser has shown what is drawn, whatever else waits for that. */
export function afterFrame(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
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
  if (queue.length > 0) afterFrame(work);
}
