/** Significant digits that count; what lies beyond them is noise of binary arithmetic. */
const DIGITS = 13;

/**
 * Rounds to `decimals` places as one does on paper: halves away from zero, and a sum that is
 * a half on paper counts as one (the mean of 48.8 and 48.9 gives 48.9, 1.005 gives 1.01).
 * Exact while value × 10^decimals stays below 10^13. Shares take 1 decimal, ratios 2.
 */
export function roundHalfUp(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  const scaled = Number((Math.abs(value) * unit).toPrecision(DIGITS));
  // Adding 0 turns -0 into 0, which would print as "-0.0".
  return (Math.sign(value) * Math.round(scaled)) / unit + 0;
}
