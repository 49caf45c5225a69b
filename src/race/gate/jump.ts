import type { RaceData } from "../schema/data.ts";
import type { MoneyEntry } from "../sections/money/source.ts";
import { WHOLE_CONTEST } from "../sections/results/source.ts";
import { ROW_KEYS } from "../row-key.ts";
import { counterKey, countersOf } from "./counters.ts";
import type { GateRule, Proposal, Reason } from "./reason.ts";
import { latestDay, turnoutDays } from "./turnout-days.ts";
import { candidateName, counterName, counterPath, money, number, words } from "./words.ts";

/** Below this a count says too little: the first precincts multiply it. */
const MIN_COUNT = 1000;
const MIN_DOLLARS = 10_000;

/** A number that multiplies at once: most often a digit too many, or two files added up. */
export const jump: GateRule = (proposal) =>
  proposal.before === null
    ? []
    : [
        ...jumpingResults(proposal, proposal.before),
        ...jumpingTurnout(proposal),
        ...jumpingMoney(proposal, proposal.before),
      ];

function jumpingResults({ after }: Proposal, before: RaceData): Reason[] {
  const { jumpFactor } = after.race.gate;
  const then = countersOf(before.results);
  const jumped = [...countersOf(after.results).values()].flatMap((counter) => {
    const old = then.get(counterKey(counter))?.value ?? 0;
    const tooMuch =
      counter.measure !== "registered" && old >= MIN_COUNT && counter.value > old * jumpFactor;
    return tooMuch ? [{ counter, old }] : [];
  });
  const parts = new Set(
    jumped
      .filter(({ counter }) => !counter.summed)
      .map(({ counter }) => counterKey({ ...counter, area: WHOLE_CONTEST })),
  );
  return jumped
    .filter(({ counter }) => !(counter.summed && parts.has(counterKey(counter))))
    .map(({ counter, old }) =>
      jumpOf(counterPath(counter), counterName(counter, after), old, counter.value, number),
    );
}

function jumpingTurnout({ before, after }: Proposal): Reason[] {
  const { jumpFactor } = after.race.gate;
  const then = turnoutDays(before?.turnout);
  const now = turnoutDays(after.turnout);
  const last = latestDay(now);
  return [...now.values()].flatMap((day) => {
    const old = then.get(day.date) ?? (day === last ? latestDay(then) : undefined);
    if (!old || old.ballots < MIN_COUNT || day.ballots <= old.ballots * jumpFactor) return [];
    const name = `ballots cast by ${day.date}`;
    return [jumpOf(`turnout.${day.date}`, name, old.ballots, day.ballots, number)];
  });
}

function jumpingMoney({ after }: Proposal, before: RaceData): Reason[] {
  const { jumpFactor } = after.race.gate;
  const entries = before.money?.entries ?? [];
  const same = new Map(entries.map((entry) => [ROW_KEYS.money(entry), entry]));
  const latest = latestAmounts(entries);
  const newest = new Set(latestAmounts(after.money?.entries ?? []).values());
  return (after.money?.entries ?? []).flatMap((entry) => {
    const corrected = same.get(ROW_KEYS.money(entry));
    const old = corrected ?? (newest.has(entry) ? latest.get(seriesOf(entry)) : undefined);
    if (!old) return [];
    const up = old.amount >= MIN_DOLLARS && entry.amount > old.amount * jumpFactor;
    // Only a correction of the same figure can be said to fall: cash on hand is spent.
    const down = corrected && old.amount >= MIN_DOLLARS && entry.amount * jumpFactor < old.amount;
    if (!up && !down) return [];
    const { measure, candidate, asOf, source } = entry;
    const who = candidate === null ? "" : `${candidateName(after, candidate)}, `;
    const path = ["money", measure, ...(candidate === null ? [] : [candidate]), asOf, source];
    const name = `${who}${words(measure)}`;
    return [jumpOf(path.join("."), name, old.amount, entry.amount, money)];
  });
}

/** The latest entry of each series, the one that readers see. */
function latestAmounts(entries: readonly MoneyEntry[]): Map<string, MoneyEntry> {
  const latest = new Map<string, MoneyEntry>();
  for (const entry of entries) {
    const best = latest.get(seriesOf(entry));
    if (!best || Date.parse(entry.asOf) >= Date.parse(best.asOf))
      latest.set(seriesOf(entry), entry);
  }
  return latest;
}

function seriesOf({ measure, candidate }: MoneyEntry): string {
  return JSON.stringify([measure, candidate]);
}

function jumpOf(
  path: string,
  name: string,
  before: number,
  after: number,
  print: (value: number) => string,
): Reason {
  const message = `${name}: would go from ${print(before)} to ${print(after)} at once`;
  return { rule: "jump", path, message, before, after };
}
