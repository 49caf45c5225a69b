import { audible, isSilent } from "../../../race/compile/quiet.ts";
import type { Silence } from "../../../race/schema/quiet.ts";
import type { LogLists } from "../../store/log-files.ts";
import type { CallChange } from "../../../race/sections/calls/changes.ts";
import type { CorrectedFigure, ToldCorrection } from "../../../race/schema/corrections.ts";
import type { SourceRevision } from "../../../race/schema/marks.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import { spoken } from "../../../race/statements/spoken.ts";
import { correctionStatement } from "../../../race/statements/correction.ts";
import { corrections } from "../storage/log.ts";
import { firstWith, lastBefore } from "../storage/publications.ts";
import { type CorrectedSince, MAX_LOGGED, readLog } from "../storage/public-log.ts";

/** What readers are told of their numbers, apart: our errors, the source's own changes, callers'. */
export type Logs = {
  readonly corrections: readonly ToldCorrection[];
  readonly revisions: readonly SourceRevision[];
  readonly callChanges: readonly CallChange[];
};

/** The publication that is being made: its number is the next, its time an instant. */
export type Coming = { readonly n: number; readonly at: string };

/** Readers had the old figure for longer than a publication usually takes. */
const LATE_MS = 60_000;

/**
 * All three logs as of the publication that is being made, oldest first. Corrections live in the
 * history, so that replacing race.json can't lose one; since when and until when a figure was wrong
 * is what its readers saw, by the publications that said so.
 */
export function logsOf(sql: SqlStorage, { race }: RaceData, coming: Coming): Logs {
  const figures = new Map(readLog(sql, "corrections").map(({ n, entry }) => [n, entry]));
  const told = corrections(sql)
    .slice(-MAX_LOGGED)
    .map(({ n, at, section, correction }): ToldCorrection => {
      const seen = (figures.get(n) ?? []).flatMap((wrong) => asSeen(sql, wrong, n, coming));
      const statement = correctionStatement(seen, race);
      return {
        at,
        section,
        text: correction ?? "",
        ...(seen.length > 0 && { figures: seen }),
        ...(statement && { statement: spoken(statement, race.languages) }),
      };
    });
  return {
    corrections: [...race.corrections, ...told].toSorted(
      (a, b) => Date.parse(a.at) - Date.parse(b.at),
    ),
    revisions: readLog(sql, "revisions").map(({ entry }) => entry),
    callChanges: readLog(sql, "calls").map(({ entry }) => entry),
  };
}

/** The logs by the names of their addresses, without what a law forbids to show now. */
export function audibleLogs(
  { corrections: told, revisions, callChanges }: Logs,
  quiet: readonly Silence[] | undefined,
): LogLists {
  return {
    corrections: audible(told, quiet),
    revisions: audible(revisions, quiet),
    "call-changes": isSilent("calls", quiet) ? [] : callChanges,
  };
}

/** A figure with what readers saw of it; nothing where no publication ever said it. */
function asSeen(
  sql: SqlStorage,
  { since, ...wrong }: CorrectedSince,
  n: number,
  coming: Coming,
): CorrectedFigure[] {
  const first = firstWith(sql, since);
  const right = firstWith(sql, n);
  const [end, until] = right ? [right.n, shownFrom(right)] : [coming.n, coming.at];
  const last = lastBefore(sql, end);
  if (!first || !last || first.n >= end) return [];
  const { acknowledgedAt: from } = first;
  return [{ ...wrong, from, until, publications: { first: first.n, last } }];
}

/** When readers got a publication: what it says itself, unless the store took it much later. */
function shownFrom({
  computedFor,
  acknowledgedAt,
}: {
  computedFor: string;
  acknowledgedAt: string;
}) {
  const late = Date.parse(acknowledgedAt) - Date.parse(computedFor);
  return late > LATE_MS ? acknowledgedAt : computedFor;
}
