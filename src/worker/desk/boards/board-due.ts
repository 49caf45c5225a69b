import type { BoardIo } from "./board-io.ts";
import type { BoardState, BoardStore } from "./board-store.ts";

/** KV takes one write a second for each key. */
export const QUIET_GAP_MS = 1000;
/** While many races change, one write takes several of them along. */
const BUSY_GAP_MS = 3000;
/** From so many new rows in one write on, races count as many. */
const MANY_ROWS = 5;
/** However long a board has failed, or a clock was wrong, it is tried again by then. */
export const LONGEST_WAIT_MS = 30_000;

/** When a change that was told of at `now` may go out. */
export function boardDueAfter(state: BoardState, now: number): number {
  const gap = state.changed >= MANY_ROWS ? BUSY_GAP_MS : QUIET_GAP_MS;
  // A clock that was wrong must not hold a board up.
  return Math.max(now, Math.min(state.lastPutAt, now) + gap);
}

/** Notes that a race of the board has something new. Gives when the desk is to be woken. */
export function markDirty({ store, now }: BoardIo): number | null {
  const state = store.read();
  if (state === null) return null;
  const dueAt = state.dueAt ?? boardDueAfter(state, now());
  store.change({ dirty: true, dueAt });
  return nextWake(store, now());
}

/** When the desk is to be woken next; null: never. */
export function nextWake(store: BoardStore, now: number): number | null {
  const state = store.read();
  if (state === null) return null;
  const due = state.dueAt === null ? [] : [Math.min(state.dueAt, now + LONGEST_WAIT_MS)];
  const times = [...due, ...state.again.slice(0, 1)];
  return times.length === 0 ? null : Math.min(...times);
}
