/** What `work` costs the processor in milliseconds: a busy machine doesn't make it look slow. */
export function cpuTimeMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * What a megabyte may cost before a reader counts as hanging: readers promise a second, and the
 * processor of a busy machine is up to three times as slow. What grows with the square of a file
 * costs far more.
 */
export const HANG_MS = 3000;
