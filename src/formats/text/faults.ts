/** One fault in a file: where it stands, and what to do. Lines and columns count from 1. */
export type Fault = {
  readonly line: number | null;
  readonly column: number | null;
  readonly field: string | null;
  readonly message: string;
};

/** What a reader found, with what it left out; or every fault, and nothing else. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Where in a file something stands; what isn't given is unknown. */
export type Place = Partial<Pick<Fault, "line" | "column" | "field">>;

/** More faults than anyone mends before trying again. */
const MAX_FAULTS = 100;

/** A fault with every part filled in. */
export function fault(message: string, place: Place = {}): Fault {
  return {
    line: place.line ?? null,
    column: place.column ?? null,
    field: place.field ?? null,
    message,
  };
}

/** A whole file refused for one reason. */
export function refused(message: string, place: Place = {}): ReadResult<never> {
  return { ok: false, faults: [fault(message, place)] };
}

/** The first hundred faults, and how many more there are. */
export function firstFaults(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= MAX_FAULTS) return faults;
  const more = faults.length - MAX_FAULTS;
  return [...faults.slice(0, MAX_FAULTS), fault(`and ${more} more faults after these`)];
}

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
