import type { Fault } from "./read-result.ts";

/** Where in a file something stands; what isn't given is unknown. */
export type Place = Partial<Pick<Fault, "line" | "column" | "field">>;

/** A fault with every part filled in. */
export function fault(message: string, place: Place = {}): Fault {
  return {
    line: place.line ?? null,
    column: place.column ?? null,
    field: place.field ?? null,
    message,
  };
}
