import { z } from "zod";
import { toldCorrection, type ToldCorrection } from "../schema/corrections.ts";
import { raceId } from "../schema/common.ts";
import { sourceRevision, type SourceRevision } from "../schema/marks.ts";
import { callChange, type CallChange } from "../sections/calls/changes.ts";

type Cell = string | number | boolean | null | undefined;
type Cells = Readonly<Record<string, Cell>>;

/** The entries of each log, by its name in addresses. */
export type LogEntry = {
  readonly corrections: ToldCorrection;
  readonly revisions: SourceRevision;
  readonly "call-changes": CallChange;
};
export type LogName = keyof LogEntry;

/** A public log of a race: what its address says, and its table. */
type Log<Entry> = {
  readonly title: string;
  readonly schema: z.ZodType;
  readonly columns: readonly string[];
  readonly rows: (entry: Entry) => readonly Cells[];
};

const head = { schema: z.literal(1), race: raceId };

/**
 * What readers are told of their numbers beside the numbers, kept apart: what we had wrong, what a
 * source changed itself, and what callers said. The one list of such logs.
 */
export const LOGS: { readonly [L in LogName]: Log<LogEntry[L]> } = {
  corrections: {
    title: "What we had wrong, from when until when readers saw it",
    schema: z
      .object({ ...head, corrections: z.array(toldCorrection) })
      .meta({ id: "CorrectionLog" }),
    columns: [
      "at",
      "section",
      "text",
      "part",
      "round",
      "area",
      "measure",
      "candidate",
      "mode",
      "date",
      "pollster",
      "field",
      "was",
      "is",
      "from",
      "until",
      "first_publication",
      "last_publication",
    ],
    rows: ({ at, section, text, figures = [] }) =>
      figures.length === 0
        ? [{ at, section, text }]
        : figures.map(({ publications, ...figure }) => ({
            ...figure,
            at,
            section,
            text,
            first_publication: publications.first,
            last_publication: publications.last,
          })),
  },
  revisions: {
    title: "Numbers that their own sources lowered",
    schema: z.object({ ...head, revisions: z.array(sourceRevision) }).meta({ id: "RevisionLog" }),
    columns: ["at", "section", "round", "area", "measure", "candidate", "date", "before", "after"],
    rows: (revision) => [revision],
  },
  "call-changes": {
    title: "Calls that were made, changed and withdrawn",
    schema: z.object({ ...head, callChanges: z.array(callChange) }).meta({ id: "CallChangeLog" }),
    columns: ["at", "change", "round", "candidate", "caller", "was", "is"],
    rows: (change) => [change],
  },
};

export const LOG_NAMES = Object.keys(LOGS) as LogName[];

/** What a log's address answers. */
export function logBody<L extends LogName>(race: string, name: L, entries: readonly LogEntry[L][]) {
  const list = name === "call-changes" ? "callChanges" : name;
  return { schema: 1, race, [list]: entries };
}

/** A log as a table: its columns, and a row of cells for each entry or figure. */
export function logTable<L extends LogName>(name: L, entries: readonly LogEntry[L][]) {
  const { columns, rows } = LOGS[name];
  const cells = entries.flatMap(rows).map((row) => columns.map((column) => `${row[column] ?? ""}`));
  return { columns, rows: cells };
}
