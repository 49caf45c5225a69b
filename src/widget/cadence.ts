/** How much of a wait may be cut off, so that readers don't all ask in the same second. */
const EARLY_FRACTION = 0.2;
const FIRST_RETRY_MAX_SECONDS = 15;
const FIRST_RETRY_MIN_SECONDS = 2;
const RETRY_MAX_SECONDS = 300;
const UNKNOWN_RETRY_MIN_SECONDS = 60;
/** Numbers this old are said to be old at the first failure, younger ones at the second. */
const AGE_SHOWS_SECONDS = 60;

/**
 * Milliseconds to wait after a good answer, spread by up to a fifth early and never late;
 * null: never ask again. `random` is between 0 and 1.
 */
export function refreshDelayMs(nextSeconds: number, random: number): number | null {
  return nextSeconds > 0 ? nextSeconds * 1000 * (1 - EARLY_FRACTION * random) : null;
}

/**
 * Milliseconds to wait after the `failures`th failure in a row: doubling from at most 15 s up to
 * 5 minutes, spread like a refresh, but never before the server's Retry-After.
 */
export function retryDelayMs(
  failures: number,
  nextSeconds: number | null,
  retryAfterSeconds: number | null,
  random: number,
): number {
  const first = clamp(nextSeconds || FIRST_RETRY_MAX_SECONDS / 3);
  const backOff = Math.min(first * 2 ** (failures - 1), RETRY_MAX_SECONDS);
  const spread = backOff * 1000 * (1 - EARLY_FRACTION * random);
  return Math.max(spread, (retryAfterSeconds ?? 0) * 1000);
}

/** Milliseconds to wait after the `times`th answer in a row that the race doesn't exist (yet). */
export function unknownDelayMs(times: number, random: number): number {
  return retryDelayMs(times, null, UNKNOWN_RETRY_MIN_SECONDS, random);
}

/** Seconds of age to show while asking fails, or null while the numbers still pass for fresh. */
export function ageWhileFailing(failures: number, goodAt: number, now: number): number | null {
  const age = Math.max(0, Math.round((now - goodAt) / 1000));
  return failures > 1 || (failures > 0 && age >= AGE_SHOWS_SECONDS) ? age : null;
}

function clamp(seconds: number): number {
  return Math.min(Math.max(seconds, FIRST_RETRY_MIN_SECONDS), FIRST_RETRY_MAX_SECONDS);
}
