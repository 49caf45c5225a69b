import { withoutModeTotals } from "./mode-totals.ts";
import { candidateName } from "../../gate/say.ts";
import type { Mode } from "../../schema/common.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import { type ResultCount, type ResultsSource, WHOLE_CONTEST } from "./source.ts";

/** Things that only ever get more while a count goes on, and the electorate they are out of. */
const COUNTED = ["votes", "ballots", "registered"] as const;
type Counted = (typeof COUNTED)[number];

/** One running number of a count, all modes together. */
export type Counter = {
  readonly round: number;
  readonly area: string;
  readonly measure: Counted;
  /** Null for what isn't votes, and for the votes of all others together. */
  readonly candidate: string | null;
  readonly value: number;
  readonly modes: ReadonlyMap<Mode, number>;
  /** Added up from the areas, because no row states the whole contest. */
  readonly summed: boolean;
};

export type Counters = ReadonlyMap<string, Counter>;

/**
 * Votes by candidate, ballots and registered voters, by round and area, with the whole contest
 * among the areas as readers get it: stated where it is stated for that count, else summed.
 */
export function countersOf(results: ResultsSource | null | undefined): Counters {
  const rows = withoutModeTotals(results?.counts ?? []).filter(isCounted);
  const stated = new Set(rows.filter((row) => row.area === WHOLE_CONTEST).map(countOf));
  const counters = new Map<string, Counter & { modes: Map<Mode, number> }>();
  const add = (row: ResultCount & { measure: Counted }, area: string, summed: boolean) => {
    const { round, measure, candidate } = row;
    const key = counterKey({ round, area, measure, candidate });
    const { value = 0, modes = new Map<Mode, number>() } = counters.get(key) ?? {};
    modes.set(row.mode, (modes.get(row.mode) ?? 0) + row.value);
    counters.set(key, { round, area, measure, candidate, value: value + row.value, modes, summed });
  };
  for (const row of rows) {
    add(row, row.area, false);
    if (!stated.has(countOf(row))) add(row, WHOLE_CONTEST, true);
  }
  return counters;
}

/** What a total would be of: one measure in one round, of one candidate where it is votes. */
function countOf({ round, measure, candidate, other }: ResultCount): string {
  return JSON.stringify([round, measure, candidate, other]);
}

export function counterKey(
  counter: Pick<Counter, "round" | "area" | "measure" | "candidate">,
): string {
  return JSON.stringify([counter.round, counter.area, counter.measure, counter.candidate]);
}

function isCounted(row: ResultCount): row is ResultCount & { measure: Counted } {
  return (COUNTED as readonly string[]).includes(row.measure);
}

/** "Fulton, votes for Handel"; a later round is named. */
export function counterName(
  counter: Counter,
  data: { readonly race: Pick<RaceFacts, "candidates"> },
): string {
  const { candidate, measure, round } = counter;
  const whom = candidate === null ? "others" : candidateName(data, candidate);
  const what = measure === "votes" ? `votes for ${whom}` : measure;
  const where = counter.area === WHOLE_CONTEST ? "whole contest" : counter.area;
  return `${round === 1 ? "" : `round ${round}, `}${where}, ${what}`;
}

export function counterPath({ round, area, measure, candidate }: Counter): string {
  return ["results", round, area, candidate ?? measure].join(".");
}
