/** What `work` costs the processor in milliseconds: a busy machine doesn't make it look slow. */
export function cpuTimeMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
