/** Calls back after so many milliseconds, unless it is told before that nobody waits any more. */
export type Timer = (ms: number, call: () => void) => () => void;

export const realTimer: Timer = (ms, call) => {
  const id = setTimeout(call, ms);
  return () => clearTimeout(id);
};

/** Nothing came in time; what was begun may still come to pass. */
export class TimedOutError extends Error {}

/** @throws {TimedOutError} when the work takes longer, which isn't stopped by that */
export async function within<T>(
  ms: number,
  work: Promise<T>,
  timer: Timer = realTimer,
): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const stop = timer(ms, () => reject(new TimedOutError(`no answer within ${ms} ms`)));
  try {
    return await Promise.race([work, late]);
  } finally {
    stop();
  }
}
