import type { Proposal, Reason } from "../../gate/reason.ts";
import { allGone, falls, jumps, MIN_COUNT, number, overRegistered, words } from "../../gate/say.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import { mostRegistered } from "./settings.ts";
import type { TurnoutSource } from "./source.ts";
import { latestDay, type TurnoutDay, turnoutDays } from "./turnout-days.ts";

export type TurnoutData = { readonly race: RaceFacts; readonly turnout: TurnoutSource | null };

/** Ballots are counted upwards: a count that falls, or is gone, is a slip. */
export function fallingTurnout({ before, after }: Proposal<TurnoutData>): Reason[] {
  const then = turnoutDays(before?.turnout);
  const now = turnoutDays(after.turnout);
  const last = latestDay(then);
  if (last && now.size === 0) return [allGone("turnout")];
  const reasons: Reason[] = [];
  let running: TurnoutDay | null = null;
  const kept = (day: TurnoutDay) => then.get(day.date)?.ballots === day.ballots;
  for (const [date, day] of now) {
    const old = then.get(date);
    const path = `turnout.${date}`;
    const reason =
      old && day.ballots < old.ballots
        ? falls(path, `ballots cast by ${date}`, old.ballots, day.ballots)
        : old && fallingMode(date, old.modes, day.modes);
    if (reason) reasons.push(reason);
    else if (running && day.ballots < running.ballots && !(kept(day) && kept(running)))
      reasons.push({
        rule: "counter_falls",
        path,
        message: `ballots cast by ${date}: ${number(day.ballots)}, fewer than the ${number(running.ballots)} by ${running.date}`,
        after: day.ballots,
      });
    running = day;
  }
  const end = latestDay(now);
  // Dropping the latest day brings back an older total.
  if (last && !now.has(last.date) && (end?.ballots ?? 0) < last.ballots)
    reasons.push(falls("turnout", "ballots cast so far", last.ballots, end?.ballots ?? 0));
  return reasons;
}

function fallingMode(
  date: string,
  old: ReadonlyMap<string, number>,
  next: ReadonlyMap<string, number>,
): Reason | null {
  for (const [mode, value] of old) {
    const later = next.get(mode);
    if (mode !== "unspecified" && later !== undefined && later < value)
      return falls(`turnout.${date}.${mode}`, `${words(mode)} by ${date}`, value, later);
  }
  return null;
}

/** A running count that multiplies at once: most often a digit too many. */
export function jumpingTurnout({ before, after }: Proposal<TurnoutData>): Reason[] {
  if (before === null) return [];
  const { jumpFactor } = after.race.gate;
  const then = turnoutDays(before.turnout);
  const now = turnoutDays(after.turnout);
  const last = latestDay(now);
  return [...now.values()].flatMap((day) => {
    const old = then.get(day.date) ?? (day === last ? latestDay(then) : undefined);
    if (!old || old.ballots < MIN_COUNT || day.ballots <= old.ballots * jumpFactor) return [];
    return [jumps(`turnout.${day.date}`, `ballots cast by ${day.date}`, old.ballots, day.ballots)];
  });
}

/** Nobody can cast more ballots than there are registered voters. Once released, it may stay so. */
export function turnoutOverRegistered({ before, after }: Proposal<TurnoutData>): Reason[] {
  const excess = excessOf(after);
  if (excess === null || (before && excessOf(before) !== null)) return [];
  const { day, registered } = excess;
  return [overRegistered("turnout", `ballots cast by ${day.date}`, day.ballots, registered)];
}

function excessOf({ race, turnout }: TurnoutData) {
  const registered = mostRegistered(race.turnout);
  if (registered === undefined) return null;
  const day = [...turnoutDays(turnout).values()].find(({ ballots }) => ballots > registered);
  return day ? { day, registered } : null;
}
