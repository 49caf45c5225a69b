import type { Fault, ReadResult } from "./read-result.ts";

/** The value where nothing is wrong with the file; or every fault, in the order of its cells. */
export function resultOf<T>(
  value: T,
  faults: readonly Fault[],
  warnings: readonly Fault[] = [],
): ReadResult<T> {
  if (faults.length === 0) return { ok: true, value, warnings };
  return { ok: false, faults: faults.toSorted(inFileOrder) };
}

function inFileOrder(a: Fault, b: Fault): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
