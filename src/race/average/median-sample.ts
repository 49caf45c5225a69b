/** The median of the known sample sizes; null when no poll gives one. */
export function medianSample(polls: readonly { readonly sample: number | null }[]): number | null {
  const known = Float64Array.from(polls.flatMap(({ sample }) => sample ?? [])).toSorted();
  const low = known[Math.ceil(known.length / 2) - 1];
  const high = known[Math.floor(known.length / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
