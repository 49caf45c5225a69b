import type { RaceBrief } from "./brief.ts";
import type { BoardSource, RaceFilter } from "./source.ts";

/** What of a race filters look at. */
type Filtered = Pick<
  RaceBrief,
  "electionDate" | "jurisdiction" | "office" | "electionType" | "test"
>;

/** Whether a race is what a filter asks for. */
export function matchesFilter(race: Filtered, filter: RaceFilter): boolean {
  const { date, ocd, office, type, test } = filter;
  return (
    (date === undefined || race.electionDate === date) &&
    (ocd === undefined || isWithin(race.jurisdiction.ocdId, ocd)) &&
    (office === undefined || race.office === office) &&
    (type === undefined || race.electionType === type) &&
    (test === undefined || race.test === test)
  );
}

/** Whether a board holds a race, by name or by a filter. */
export function holds(
  board: Pick<BoardSource, "groups">,
  race: Filtered & { readonly id: string },
) {
  return board.groups.some(
    ({ races, filter }) =>
      races.includes(race.id) || (filter !== undefined && matchesFilter(race, filter)),
  );
}

/** `…/state:ga` holds `…/state:ga/cd:6`, and not `…/state:gax`. */
function isWithin(division: string, outer: string): boolean {
  return division === outer || division.startsWith(`${outer}/`);
}
