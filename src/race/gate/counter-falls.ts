import type { Section } from "../schema/common.ts";
import type { RaceData } from "../schema/data.ts";
import { WHOLE_CONTEST } from "../sections/results/source.ts";
import { type Counter, counterKey, countersOf } from "./counters.ts";
import { latestDay, type TurnoutDay, turnoutDays } from "./turnout-days.ts";
import type { GateRule, Proposal, Reason } from "./reason.ts";
import { counterName, counterPath, number, words } from "./words.ts";

/**
 * Votes and ballots are counted upwards: one that falls, or is gone, is a slip or a recount. So is
 * an emptied list of polls or amounts: a header without rows, as a feed sends it on a bad day.
 */
export const counterFalls: GateRule = (proposal) => [
  ...fallingResults(proposal),
  ...fallingTurnout(proposal),
  ...emptied("polls", proposal.before?.polls?.polls, proposal.after.polls?.polls),
  ...emptied("money", proposal.before?.money?.entries, proposal.after.money?.entries),
];

function emptied(
  section: "polls" | "money",
  before: readonly unknown[] = [],
  after: readonly unknown[] = [],
): Reason[] {
  return before.length > 0 && after.length === 0 ? [allGone(section)] : [];
}

function fallingResults({ before, after }: Proposal): Reason[] {
  if (!before?.results) return [];
  const then = countersOf(before.results);
  const counts = [...then.values()].filter((c) => c.measure !== "registered" && c.value > 0);
  const now = countersOf(after.results);
  if (counts.length > 0 && now.size === 0) return [allGone("results")];
  const reasons: Reason[] = [];
  const fallen = new Set<string>();
  // Areas first: where one explains the fall of the sum, the sum needs no reason of its own.
  for (const old of counts.toSorted((a, b) => Number(a.summed) - Number(b.summed))) {
    if (old.summed && fallen.has(wholeKey(old))) continue;
    const reason = fall(old, now.get(counterKey(old)), before);
    if (!reason) continue;
    reasons.push(reason);
    fallen.add(wholeKey(old));
  }
  return reasons;
}

function wholeKey(counter: Counter): string {
  return counterKey({ ...counter, area: WHOLE_CONTEST });
}

function fall(old: Counter, next: Counter | undefined, data: RaceData): Reason | null {
  const path = counterPath(old);
  if (!next) {
    const message = `${counterName(old, data)}: ${number(old.value)} would be gone`;
    return { rule: "counter_falls", path, message, before: old.value };
  }
  if (next.value < old.value) return falls(path, counterName(old, data), old.value, next.value);
  for (const [mode, value] of old.modes) {
    const later = next.modes.get(mode);
    // What was unspecified may be told apart later; that isn't a fall.
    if (mode !== "unspecified" && later !== undefined && later < value)
      return falls(`${path}.${mode}`, `${counterName(old, data)}, ${words(mode)}`, value, later);
  }
  return null;
}

function fallingTurnout({ before, after }: Proposal): Reason[] {
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

function falls(path: string, name: string, before: number, after: number): Reason {
  const message = `${name}: would fall from ${number(before)} to ${number(after)}`;
  return { rule: "counter_falls", path, message, before, after };
}

function allGone(section: Section): Reason {
  return { rule: "counter_falls", path: section, message: `all ${section} would be gone` };
}
