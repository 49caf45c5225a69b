import type { Mode } from "../../race/schema/common.ts";
import { fault, type Fault } from "../text/faults.ts";
import type { NistSelection } from "./report.ts";
import { addTo, completed, MAX_COUNT, sumOf } from "../match/count-tally.ts";

/** CountItemType; the types that aren't here are no mode of ours, and count as unspecified. */
const MODE_OF: ReadonlyMap<string, Mode> = new Map<string, Mode>([
  ["election-day", "election_day"],
  ["early", "early_in_person"],
  ["absentee-in-person", "early_in_person"],
  ["absentee", "absentee_mail"],
  ["absentee-mail", "absentee_mail"],
  ["provisional", "provisional"],
]);
/** Types that count something else than the votes of the choice they stand under. */
const NO_VOTES = new Set(["seats", "write-in"]);

type VoteCounts = NonNullable<NistSelection["VoteCounts"]>[number];

/** A choice's votes by place and mode. Faults and what is left out are added to the lists. */
export function votesByUnit(
  choice: NistSelection,
  name: string,
  said: { readonly faults: Fault[]; readonly warnings: Set<string> },
): ReadonlyMap<string, ReadonlyMap<Mode, number>> {
  const units = new Map<string, ReadonlyMap<Mode, number>>();
  const usable = (choice.VoteCounts ?? []).filter((count) => {
    const { Type: type, Count: value } = count;
    if (count.IsSuppressedForPrivacy)
      said.warnings.add("left out: counts that the office keeps to itself for privacy");
    if (NO_VOTES.has(type)) said.warnings.add(`left out: counts of ${type}`);
    if (count.IsSuppressedForPrivacy || NO_VOTES.has(type)) return false;
    if (Number.isInteger(value) && value >= 0 && value <= MAX_COUNT) return true;
    said.faults.push(fault(`${name}: ${value} in ${count.GpUnitId} is no number of votes`));
    return false;
  });
  for (const [unit, counts] of Map.groupBy(usable, (count) => count.GpUnitId)) {
    const modes = new Map<Mode, number>();
    let total: number | null = null;
    for (const [type, same] of Map.groupBy(counts, (count) => count.Type)) {
      const votes = allDevices(same);
      if (votes === null) said.faults.push(fault(`${name}: ${unit} has the type ${type} twice`));
      else if (type === "total") total = votes;
      else {
        const mode = MODE_OF.get(type);
        if (mode === undefined)
          said.warnings.add(`counted as unspecified: counts of the type ${type}`);
        addTo(modes, mode ?? "unspecified", votes);
      }
    }
    const whole = completed(modes, total);
    if (whole === null)
      said.faults.push(
        fault(`${name}: in ${unit} the types add up to ${sumOf(modes)}, its total is ${total}`),
      );
    units.set(unit, whole ?? modes);
  }
  return units;
}

/** One count of all machines, or else the sum of each machine's; null for two counts of all. */
function allDevices(counts: readonly VoteCounts[]): number | null {
  const [whole, ...more] = counts.filter((count) => !count.DeviceClass);
  if (more.length > 0) return null;
  return whole ? whole.Count : counts.reduce((sum, count) => sum + count.Count, 0);
}
