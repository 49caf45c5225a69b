import { entryPart, type MoneyEntry } from "../../sections/money/source.ts";
import type { Finding, Proposal } from "../doubt.ts";
import { candidateName, money, words } from "../say.ts";

/** Below this an amount says too little to speak of a jump. */
const MIN_DOLLARS = 10_000;

/** An amount that multiplies at once: most often a digit too many. */
export function jumpingMoney({ before, after }: Proposal): Finding[] {
  if (before === null) return [];
  const { jumpFactor } = before.race.gate;
  const entries = before.money?.entries ?? [];
  const same = new Map(entries.map((entry) => [entryPart(entry), entry]));
  const latest = latestAmounts(entries);
  const newest = new Set(latestAmounts(after.money?.entries ?? []).values());
  return (after.money?.entries ?? []).flatMap((entry) => {
    const corrected = same.get(entryPart(entry));
    const old = corrected ?? (newest.has(entry) ? latest.get(seriesOf(entry)) : undefined);
    if (!old) return [];
    const up = old.amount >= MIN_DOLLARS && entry.amount > old.amount * jumpFactor;
    // Only a correction of the same figure can be said to fall: cash on hand is spent.
    const down = corrected && old.amount >= MIN_DOLLARS && entry.amount * jumpFactor < old.amount;
    if (!up && !down) return [];
    const { measure, candidate } = entry;
    const who = candidate === null ? "" : `${candidateName(after, candidate)}, `;
    const amounts = `from ${money(old.amount)} to ${money(entry.amount)}`;
    return [
      {
        section: "money" as const,
        parts: [entryPart(entry)],
        place: { measure, ...(candidate !== null && { candidate }) },
        path: `money.${entryPart(entry)}`,
        message: `${who}${words(measure)}: would go ${amounts} at once`,
        before: old.amount,
        after: entry.amount,
      },
    ];
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
