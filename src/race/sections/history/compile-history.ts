import { joinKey } from "../rows.ts";
import type { HistorySource, PastRow } from "./source.ts";
import type { HistorySummary, PastContest } from "./summary.ts";

/** How many contests, and how many choices of each, stand in the race document. */
const MAX_CONTESTS = 8;
const MAX_CHOICES = 6;

/**
 * Past votes by contest and the time for which one party has had the seat. `borders` are the years
 * from which elections were held inside other borders; `today` is a local date. Figures stay as
 * their sources print them. Null where there is nothing to say.
 */
export function compileHistory(
  { past }: HistorySource,
  borders: readonly number[],
  today: string,
): HistorySummary | null {
  if (past.length === 0) return null;
  const changed = borders.filter((year) => year <= yearOf(today)).toSorted((a, b) => a - b);
  const votes = past.filter(({ kind }) => kind === "vote").toSorted(newestFirst);
  const held = past.filter(({ kind }) => kind === "held").toSorted(newestFirst);
  const last = votes.find(({ contest, won }) => contest === "seat" && won);
  return {
    seat: seatOf(held, votes),
    last: last
      ? {
          who: last.who,
          party: last.party,
          year: yearOf(last.date),
          share: last.share === null ? null : Math.round(last.share),
        }
      : null,
    contests: [...Map.groupBy(votes, (row) => joinKey(row.date, row.contest, nameOf(row))).values()]
      .slice(0, MAX_CONTESTS)
      .flatMap((rows) => contestOf(rows, changed)),
    holders: held.map(({ who, party, date: from, until, source }) => ({
      who,
      party,
      from,
      until: until !== null && until <= today ? until : null,
      source,
    })),
    borders: changed,
  };
}

/** The unbroken time of the last holder's party; of somebody without a party, their own. */
function seatOf(
  held: readonly PastRow[],
  votes: readonly PastRow[],
): NonNullable<HistorySummary["seat"]> | null {
  const [latest] = held;
  if (latest === undefined) return null;
  const isSame = (row: PastRow) =>
    latest.party === null ? row.who === latest.who : row.party === latest.party;
  const end = held.findIndex((row) => !isSame(row));
  const first = held[(end === -1 ? held.length : end) - 1] ?? latest;
  // Who won the seat before says as much as who is known to have sat in it.
  const before =
    held[end === -1 ? held.length : end] ??
    votes.find((row) => row.contest === "seat" && row.won && row.date < first.date);
  const known = before !== undefined && !isSame(before);
  return {
    who: latest.who,
    party: latest.party,
    since: yearOf(first.date),
    atLeast: !known,
    before: known ? before.party : null,
  };
}

function contestOf(rows: readonly PastRow[], borders: readonly number[]): PastContest[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { date, contest, name, source } = first;
  return [
    {
      date,
      contest,
      ...(name && { name }),
      source,
      otherBorders: borders.some((year) => yearOf(date) < year),
      choices: rows
        .toSorted((a, b) => rank(b) - rank(a))
        .slice(0, MAX_CHOICES)
        .map(({ who, party, won, votes, share, margin, lessThan }) => ({
          who,
          party,
          won,
          votes,
          share,
          margin,
          lessThan,
        })),
      others: Math.max(0, rows.length - MAX_CHOICES),
    },
  ];
}

/** By votes, else by share; rows that have neither stay in the order of the file. */
function rank({ votes, share }: PastRow): number {
  return votes ?? share ?? -1;
}

function nameOf({ name }: PastRow): string {
  return JSON.stringify(name ?? null);
}

function newestFirst(a: PastRow, b: PastRow): number {
  return b.date.localeCompare(a.date);
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
