import type { Mode } from "../../race/schema/common.ts";
import { addTo } from "../match/count-tally.ts";
import { plainWords } from "../match/vote-mode.ts";
import type { CsvRow } from "../text/csv.ts";
import type { RowMeasure } from "./names.ts";
import type { OpenElectionsRow } from "./row.ts";

/** One count of a unit. */
export type Cell = {
  readonly row: CsvRow;
  /** As printed, for messages. */
  readonly candidate: string;
  readonly choice: string;
  readonly measure: RowMeasure;
  readonly party: string | null;
  readonly modes: ReadonlyMap<Mode, number> | null;
};

/** Everything that a contest's rows say of one place, or of a sum of places. */
export type Unit = {
  /** The county's key; empty for a sum of the whole file. */
  readonly county: string;
  /** As first spelled. */
  readonly countyName: string;
  /** The place inside its county; null in files by county. */
  readonly place: string | null;
  readonly total: OpenElectionsRow["total"];
  readonly cells: Map<string, Cell>;
};

/** What a cell counts. A sum without a party is of all parties under which a candidate stands. */
export function countKey(
  { measure, choice }: Pick<Cell, "measure" | "choice">,
  party: string | null,
): string {
  return JSON.stringify([measure, choice, party]);
}

/** A place that some of the choices have votes in. */
export function placeKey({ county, place }: Pick<Unit, "county" | "place">): string {
  return JSON.stringify([county, plainWords(place ?? "") || (place ?? "")]);
}

/** The votes of two rows of one name, together. */
export function added(a: Cell["modes"], b: Cell["modes"]): Cell["modes"] {
  if (a === null || b === null) return a ?? b;
  const modes = new Map(a);
  for (const [mode, value] of b) addTo(modes, mode, value);
  return modes;
}
