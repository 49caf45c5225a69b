import { type ResultCount, WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import { type Fault, fault } from "../text/faults.ts";

/** Areas that a warning names. */
const MAX_SHOWN = 5;

/**
 * Leaves out the registered voters of places that have ballots and no voters: an office writes 0 for
 * a number that it doesn't know. Warnings tell of them, and of places whose voters nobody gives.
 */
export function withoutZeroRegistered(counts: readonly ResultCount[]): {
  readonly counts: readonly ResultCount[];
  readonly warnings: readonly Fault[];
} {
  const voters = new Map<string, number>();
  const counted = new Set<string>();
  for (const { area, measure, value } of counts) {
    if (measure === "registered") voters.set(area, (voters.get(area) ?? 0) + value);
    else if ((measure === "votes" || measure === "ballots") && value > 0) counted.add(area);
  }
  const zero = [...counted].filter((area) => voters.get(area) === 0);
  const missing = [...counted].filter((area) => area !== WHOLE_CONTEST && !voters.has(area));
  const kept = counts.filter(
    ({ area, measure }) => measure !== "registered" || !zero.includes(area),
  );
  const some = voters.size > zero.length;
  return {
    counts: kept,
    warnings: [
      ...(zero.length > 0
        ? [fault(`left out: 0 registered voters of ${shown(zero)}, where ballots were cast`)]
        : []),
      ...(some && missing.length > 0
        ? [
            fault(
              `no registered voters are given for ${shown(missing)}, and for other areas they are`,
            ),
          ]
        : []),
    ],
  };
}

function shown(areas: readonly string[]): string {
  const more = areas.length - MAX_SHOWN;
  return areas.slice(0, MAX_SHOWN).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
