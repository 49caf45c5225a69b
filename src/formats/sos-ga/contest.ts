import { z } from "zod";
import type { Mode } from "../../race/schema/common.ts";
import { choiceName } from "../match/choice-name.ts";
import type { Choice, Contest } from "../match/contests.ts";
import { fault, type Fault } from "../text/faults.ts";
import { jsonCount, type JsonFile, listOf } from "../text/json.ts";
import { addTo, completed, CountTally, sumOf } from "../match/count-tally.ts";
import { voteMode } from "../match/vote-mode.ts";

const textId = z.union([z.string(), z.number()]).transform(String);
const option = z.object({
  id: textId,
  name: z.string(),
  voteCount: jsonCount,
  politicalParty: z.string().nullish(),
  /** Votes by mode; the names of modes differ from year to year. */
  groupResults: listOf(z.object({ groupName: z.string(), voteCount: jsonCount })).nullish(),
});
/** One contest as one place has it. */
export const sosItem = z.object({
  id: textId,
  name: z.string(),
  precinctsParticipating: jsonCount.nullish(),
  precinctsReporting: jsonCount.nullish(),
  ballotOptions: listOf(option),
});
type Option = z.infer<typeof option>;
export type SosItem = z.infer<typeof sosItem>;
type Path = readonly PropertyKey[];
/** The same with its area, and where in the file it stands. */
export type SosHeld = { readonly area: string; readonly item: SosItem; readonly path: Path };

/**
 * The contest that the state and the counties hold in common. Rows are the counties'; where the
 * state has the contest too, the state's numbers must be their sum.
 */
export function sosContest(
  key: string,
  state: SosHeld | null,
  counties: readonly SosHeld[],
  file: JsonFile<unknown>,
): Contest {
  const tally = new CountTally();
  const faults: Fault[] = [];
  const unknown = new Set<string>();
  const sums = new Map<string, Map<Mode, number>>();
  const choices = new Map<string, Choice>();
  const held = counties.length > 0 || state === null ? counties : [state];
  for (const { area, item: contest, path } of held) {
    const listed = new Set<string>();
    for (const [i, choice] of contest.ballotOptions.entries()) {
      const at = [...path, "ballotOptions", i];
      if (listed.has(choice.id))
        faults.push(fault(`${choice.name} is listed twice`, file.placeOf(at)));
      listed.add(choice.id);
      choices.set(choice.id, { key: choice.id, ...choiceName(choice.name, choice.politicalParty) });
      const modes = modesOf(choice, unknown);
      if (modes === null) {
        faults.push(tooManyModes(choice, file, at));
        continue;
      }
      tally.addModes({ area, measure: "votes", choice: choice.id }, modes);
      const sum = sums.get(choice.id) ?? new Map<Mode, number>();
      sums.set(choice.id, sum);
      for (const [mode, count] of modes) addTo(sum, mode, count);
    }
    addPrecincts(tally, area, contest);
  }
  if (state !== null && faults.length === 0) faults.push(...disagreements(state, sums, file));
  const warnings =
    unknown.size > 0
      ? [fault(`counted as unspecified: the groups ${[...unknown].join(", ")}`)]
      : [];
  const named = state?.item ?? counties[0]?.item;
  return {
    key,
    title: named?.name.trim() ?? "",
    date: null,
    choices: [...choices.values()],
    counts: tally.rows(),
    faults,
    warnings,
  };
}

function modesOf(choice: Option, unknown: Set<string>): ReadonlyMap<Mode, number> | null {
  const modes = new Map<Mode, number>();
  for (const group of choice.groupResults ?? []) {
    const mode = voteMode(group.groupName);
    if (mode === null) unknown.add(group.groupName);
    addTo(modes, mode ?? "unspecified", group.voteCount);
  }
  return completed(modes, choice.voteCount);
}

/** In all and by mode. A choice that only the counties have, or only the state, disagrees too. */
function disagreements(
  state: SosHeld,
  sums: ReadonlyMap<string, ReadonlyMap<Mode, number>>,
  file: JsonFile<unknown>,
): Fault[] {
  const faults: Fault[] = [];
  for (const [i, choice] of state.item.ballotOptions.entries()) {
    const path = [...state.path, "ballotOptions", i];
    const sum = sums.get(choice.id) ?? new Map<Mode, number>();
    const modes = modesOf(choice, new Set());
    if (modes === null) faults.push(tooManyModes(choice, file, path));
    else if (sumOf(sum) !== choice.voteCount)
      faults.push(unequal(choice.name, sumOf(sum), choice.voteCount, [...path, "voteCount"]));
    else
      for (const mode of new Set([...modes.keys(), ...sum.keys()])) {
        const [counties, whole] = [sum.get(mode) ?? 0, modes.get(mode) ?? 0];
        if (counties !== whole)
          faults.push(
            unequal(`${choice.name}, ${mode}`, counties, whole, [...path, "groupResults"]),
          );
      }
  }
  const listed = new Set(state.item.ballotOptions.map((choice) => choice.id));
  for (const key of sums.keys())
    if (!listed.has(key))
      faults.push(
        fault(
          `counties have votes for the choice ${key}, which the state doesn't list`,
          file.placeOf(state.path),
        ),
      );
  return faults;

  function unequal(what: string, counties: number, whole: number, path: Path): Fault {
    const message = `${what}: the counties add up to ${counties}, the state says ${whole}`;
    return fault(message, file.placeOf(path));
  }
}

function tooManyModes(choice: Option, file: JsonFile<unknown>, path: Path): Fault {
  const sum = (choice.groupResults ?? []).reduce((total, group) => total + group.voteCount, 0);
  const message = `${choice.name}: the groups add up to ${sum}, more than the ${choice.voteCount} votes in all`;
  return fault(message, file.placeOf([...path, "groupResults"]));
}

/** 0 of some precincts is believed only while there are no votes either. */
function addPrecincts(tally: CountTally, area: string, contest: SosItem): void {
  const { precinctsParticipating: total, precinctsReporting: reported } = contest;
  if (!total) return;
  const uncounted = contest.ballotOptions.every((choice) => choice.voteCount === 0);
  tally.addMeasure(area, "precincts_total", total);
  tally.addMeasure(area, "precincts_reported", reported || (uncounted ? (reported ?? null) : null));
}
