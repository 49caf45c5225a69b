export const MILLION = 1_000_000;

/**
 * The same list with weights in whole millionths that sum to exactly one million. One of less
 * than a millionth is left out. Each weight is the step of the rounded running total, which keeps
 * every one within a millionth of its true size.
 */
export function inMillionths<T extends { readonly weight: number }>(
  weighed: readonly T[],
): readonly T[] {
  const all = sum(weighed);
  const kept = weighed.filter(({ weight }) => weight / all >= 1 / MILLION);
  const total = sum(kept);
  let running = 0;
  let given = 0;
  return kept.map((one) => {
    running += one.weight;
    const upTo = Math.round((running / total) * MILLION);
    const weight = upTo - given;
    given = upTo;
    return { ...one, weight };
  });
}

function sum(weighed: readonly { readonly weight: number }[]): number {
  let total = 0;
  for (const { weight } of weighed) total += weight;
  return total;
}
