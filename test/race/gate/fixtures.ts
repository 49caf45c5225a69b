import { holdReasons } from "../../../src/race/gate/hold-reasons.ts";
import type { Reason } from "../../../src/race/gate/reason.ts";
import type { Rule } from "../../../src/race/gate/rules/index.ts";
import type { Mode } from "../../../src/race/schema/common.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import {
  moneyEntry,
  type MoneyEntry,
  type MoneySource,
} from "../../../src/race/sections/money/source.ts";
import type { ResultCount } from "../../../src/race/sections/results/source.ts";
import type { TurnoutSource } from "../../../src/race/sections/turnout/source.ts";
import { aRace, counted, someData, votes } from "../fixtures.ts";

/** The evening of the fixture race: its polls closed at 19:00. */
export const EVENING = "2026-11-03T21:00:00-05:00";

/** The reasons of one rule; a test of one rule isn't about the others. */
export function heldBy(
  rule: Rule,
  before: RaceData | null,
  after: RaceData,
  now = EVENING,
): Reason[] {
  return holdReasons(before, after, now).filter((reason) => reason.rule === rule);
}

export function withResults(...counts: readonly ResultCount[]): RaceData {
  return someData({ results: { counts: [...counts] } });
}

type Day = readonly [date: string, ballots: number, mode?: Mode];

export function turnout(...days: readonly Day[]): TurnoutSource {
  return {
    counts: days.map(([date, ballots, mode = "unspecified"]) => ({
      date,
      mode,
      ballots,
      rounded: false,
      source: "office",
      note: null,
    })),
  };
}

export function withTurnout(...days: readonly Day[]): RaceData {
  return someData({ turnout: turnout(...days) });
}

export function withRegistered(data: RaceData, registered: number): RaceData {
  const basis = { en: "registered", es: "registrados" };
  const asOf = "2026-11-01";
  return {
    ...data,
    race: aRace({
      turnout: { registered: { count: registered, basis, source: "office", asOf } },
    }),
  };
}

export function amount(changes: Partial<MoneyEntry>): MoneyEntry {
  return moneyEntry.parse({
    measure: "receipts",
    candidate: "ada",
    amount: 50_000,
    asOf: "2026-09-30",
    source: "office",
    ...changes,
  });
}

export function withMoney(...entries: readonly Partial<MoneyEntry>[]): RaceData {
  const money: MoneySource = { entries: entries.map(amount) };
  return someData({ money });
}

export { aRace, counted, someData, votes };
