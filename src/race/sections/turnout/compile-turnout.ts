import { roundHalfUp } from "../../rounding.ts";
import { inEachLanguage } from "../../statements/in-each-language.ts";
import { spoken } from "../../statements/spoken.ts";
import { turnoutFacts } from "../../statements/turnout-facts.ts";
import type { TurnoutSummary } from "./summary.ts";
import type { Registered, TurnoutReference } from "./settings.ts";
import type { BallotCount, TurnoutSource } from "./source.ts";

/**
 * Ballots cast as known at the end of `today` (a local date): the latest count by mode, its
 * share of the registered voters, its ratio to the reference round, the count day by day, and the
 * sentence over it in the race's `languages`.
 * Null when nothing has been counted yet.
 */
export function compileTurnout(
  source: TurnoutSource,
  facts: { readonly registered: Registered | null; readonly reference: TurnoutReference | null },
  today: string,
  languages: readonly string[] = [],
): TurnoutSummary | null {
  const days = [...Map.groupBy(countsBy(source, today), (c) => c.date)]
    .map(([date, rows]) => ({ date, rows, ballots: sum(rows) }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
  const latest = days.at(-1);
  if (!latest) return null;
  const summary = {
    ballots: latest.ballots,
    asOf: latest.date,
    rounded: isRounded(latest.rows),
    source: firstSource(latest.rows),
    modes: latest.rows.map((row) => ({
      mode: row.mode,
      ballots: row.ballots,
      percent: percentOf(row.ballots, latest.ballots),
    })),
    registered: facts.registered,
    share: facts.registered && shareOf(latest.ballots, facts.registered),
    reference: facts.reference && {
      ...facts.reference,
      ratio:
        facts.reference.ballots === 0
          ? null
          : roundHalfUp(latest.ballots / facts.reference.ballots, 2),
    },
    daily: days.map(({ date, rows, ballots }) => ({
      date,
      ballots,
      rounded: isRounded(rows),
      source: firstSource(rows),
    })),
  };
  const statement = inEachLanguage(({ marks, statements }) =>
    statements.turnout(turnoutFacts(summary, [marks.tag, ...languages])),
  );
  return { ...summary, statement: spoken(statement, languages) };
}

function countsBy(source: TurnoutSource, today: string): BallotCount[] {
  return source.counts.filter((c) => c.date <= today);
}

/** A range of registered voters gives a range of shares: many voters, a low share. */
function shareOf(ballots: number, registered: Registered): { low: number; high: number } | null {
  const { low, high } =
    "count" in registered ? { low: registered.count, high: registered.count } : registered;
  if (low === 0) return null;
  return { low: percentOf(ballots, high), high: percentOf(ballots, low) };
}

/** Percent to one decimal; 0 of 0 is 0. More ballots than voters is the desk's gate's business. */
function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, roundHalfUp((part / whole) * 100, 1));
}

function sum(rows: readonly BallotCount[]): number {
  return rows.reduce((total, row) => total + row.ballots, 0);
}

function isRounded(rows: readonly BallotCount[]): boolean {
  return rows.some((row) => row.rounded);
}

/** Every group has at least one row, so there is a source to name. */
function firstSource(rows: readonly BallotCount[]): string {
  return rows.map((row) => row.source)[0] ?? "";
}
