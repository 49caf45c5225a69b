import { localDate } from "../../dates.ts";
import type { ResultCount } from "../../sections/results/source.ts";
import type { GateRule, Proposal } from "../doubt.ts";
import { textOf } from "../standing.ts";

/** Clocks of offices and of servers differ by minutes. */
const AHEAD_MS = 10 * 60_000;

/** A count that says it is true at a time still to come: a rehearsal, or a day mistaken. */
export const futureCount = {
  name: "future_count",
  sentence: "a count whose `as_of` is more than ten minutes ahead",
  example: "at 21:00 a count as of 22:30",
  meanwhile: "that area’s numbers as they were",
  find: ({ before, after, now }: Proposal) => {
    const known = new Set(before?.results?.counts.map(textOf));
    const today = localDate(now, after.race.timeZone);
    const isAhead = ({ asOf }: ResultCount) =>
      asOf.length === today.length ? asOf > today : Date.parse(asOf) > Date.parse(now) + AHEAD_MS;
    return (after.results?.counts ?? [])
      .filter((row) => isAhead(row) && !known.has(textOf(row)))
      .map(({ round, area, measure, candidate, asOf }) => ({
        section: "results" as const,
        parts: [`${round}.${area}.${measure}`],
        place: { round, area, measure, ...(candidate !== null && { candidate }) },
        path: ["results", round, area, candidate ?? measure].join("."),
        message: `${area}: counted as of ${asOf}, which is still to come`,
        after: asOf,
      }));
  },
} as const satisfies GateRule;
