import { localId } from "../../race/schema/common.ts";
import { fault, type Fault } from "./faults.ts";

/** What is wrong with the source that a file's numbers are to be credited to; nothing if it may be. */
export function sourceFault(source: string): readonly Fault[] {
  if (localId.safeParse(source).success) return [];
  const message = `source must be the id of one of the race's sources, found ${JSON.stringify(source)}`;
  return [fault(message, { field: "source" })];
}
