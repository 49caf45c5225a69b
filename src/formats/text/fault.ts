import type { Fault } from "../read-result.ts";

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

/** The first hundred faults, and how many more there are. */
export function firstFaults(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= MAX_FAULTS) return faults;
  const more = faults.length - MAX_FAULTS;
  return [...faults.slice(0, MAX_FAULTS), fault(`and ${more} more faults after these`)];
}
