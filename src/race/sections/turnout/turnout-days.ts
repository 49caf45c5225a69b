import type { TurnoutSource } from "./source.ts";

export type TurnoutDay = {
  readonly date: string;
  /** Ballots of all modes by the end of that day. */
  readonly ballots: number;
  readonly modes: ReadonlyMap<string, number>;
};

/** The running count by date, oldest first. */
export function turnoutDays(
  turnout: TurnoutSource | null | undefined,
): ReadonlyMap<string, TurnoutDay> {
  const byDate = Map.groupBy(turnout?.counts ?? [], (row) => row.date);
  const days = [...byDate].map(([date, rows]): [string, TurnoutDay] => [
    date,
    {
      date,
      ballots: rows.reduce((sum, row) => sum + row.ballots, 0),
      modes: new Map(rows.map((row) => [row.mode, row.ballots])),
    },
  ]);
  return new Map(days.toSorted(([a], [b]) => a.localeCompare(b)));
}

export function latestDay(days: ReadonlyMap<string, TurnoutDay>): TurnoutDay | undefined {
  return [...days.values()].at(-1);
}
