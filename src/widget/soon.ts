import { guard } from "./guard.ts";

/** A little more than a frame: what has been drawn is shown before more is done. */
const PAUSE_MS = 20;

/** Work that takes longer goes on after a pause, so that a slow phone still answers its reader. */
const SLICE_MS = 5;

const pieces: (() => void)[] = [];

/** Runs something in a later task, after all that was put off before it, for whichever card. */
export function soon(run: () => void): void {
  if (pieces.push(run) === 1) setTimeout(work, PAUSE_MS);
}

function work(): void {
  const end = Date.now() + SLICE_MS;
  do {
    guard(pieces[0] as () => void);
    // Only now, so that what the piece itself puts off finds that work is going on.
    pieces.shift();
  } while (pieces.length > 0 && Date.now() < end);
  if (pieces.length > 0) setTimeout(work, PAUSE_MS);
}
