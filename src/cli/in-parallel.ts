/** Requests on their way at once: more would only wait in the Worker. */
const AT_ONCE = 6;

/**
 * Works on items a few at a time, and gives the results in the items' order.
 * @param done told how many have ended, each time one has
 */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  done: (count: number) => void = () => undefined,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  let ended = 0;
  const worker = async () => {
    while (next < items.length) {
      const i = next++;
      results[i] = await work(items[i] as T);
      done(++ended);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return results;
}
