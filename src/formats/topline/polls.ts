import { poll, type Poll } from "../../race/sections/polls/source.ts";
import type { Candidate } from "../../race/schema/race-facts.ts";
import { matchCandidate } from "../match/candidates.ts";
import { faultAt, textAt } from "../text/csv.ts";
import { fault, type Fault } from "../text/faults.ts";
import { cellOf, flagCell, sampleAdvice } from "../sheet/cells.ts";
import { checkRows, repeated, type CheckedRow } from "../sheet/check-rows.ts";
import type { CellsSaid } from "../sheet/local-cells.ts";
import { draftPoll } from "./draft-poll.ts";
import type { OwnRows, OwnSheet } from "./own-sheet.ts";
import {
  candidateName,
  pollCellKind,
  POLLS_SHEET,
  pollsHeader,
  shareColumn,
} from "./poll-columns.ts";
import { othersCell } from "./others-cell.ts";
import { openSheet, type Sheet } from "../sheet/sheet.ts";

/**
 * polls.csv: one row per poll, one column per candidate with the share in percent, empty where the
 * poll didn't name that candidate. An empty `id` is derived from pollster, dates and population,
 * with a warning; an empty `survey` is the poll's own id. Candidates whom a poll names and the race
 * doesn't know get a column too when it is written, so that nothing is lost on the way out.
 */
export const pollsSheet: OwnSheet = {
  read: (text, { race }, said) => readPolls(text, race.candidates, said),
  table: (rows, candidates) => {
    const polls = rows as readonly Poll[];
    const named = polls.flatMap((p) => p.shares.map((s) => s.candidate));
    const ids = [...new Set([...candidates, ...named])];
    return { header: pollsHeader(ids), rows: polls.map((p) => pollCells(p, ids)) };
  },
};

function readPolls(text: string, candidates: readonly Candidate[], said: CellsSaid): OwnRows {
  const spec = {
    ...POLLS_SHEET,
    extra: (cell: string) => {
      const match = matchCandidate(candidateName(cell), candidates);
      return match.ok ? shareColumn(match.id) : null;
    },
    extraNames: candidates.map((c) => c.id),
    kindOf: pollCellKind,
  };
  const sheet = openSheet(text, spec, said);
  const asked = candidates.map((c) => c.id).filter((id) => sheet.at.has(shareColumn(id)));
  const { values, faults } = checkRows(sheet, poll, (cells) => draftPoll(cells, asked, sheet));
  const given = sheet.at.get("id");
  const sample = sheet.at.get("sample");
  const derived = values.filter(({ row }) => textAt(row, given) === "");
  return {
    sheet,
    rows: values,
    faults: [
      ...sheet.faults,
      ...headerFaults(sheet, candidates, asked),
      ...faults,
      ...sameDerived(sheet, derived),
    ],
    warnings: [
      ...derived.map(({ row, value }) =>
        faultAt(
          sheet.header,
          row,
          given,
          `has no id and gets ${value.id}: keep that, so that a corrected poll stays the same poll`,
        ),
      ),
      ...values.flatMap(({ row }) => {
        const rounded = sampleAdvice(textAt(row, sample));
        return rounded === null ? [] : faultAt(sheet.header, row, sample, rounded);
      }),
    ],
  };
}

function pollCells(p: Poll, ids: readonly string[]): readonly string[] {
  const { start, end, middle } = { start: "", end: "", middle: "", ...p.field };
  const shares = new Map(p.shares.map((s) => [s.candidate, s.share]));
  return [
    p.id,
    p.survey,
    p.pollster,
    cellOf(p.sponsor),
    start,
    end,
    middle,
    cellOf(p.sample),
    cellOf(p.population),
    cellOf(p.marginOfError),
    ...ids.map((id) => cellOf(shares.get(id) ?? null)),
    cellOf(p.undecided),
    othersCell(p.others),
    cellOf(p.partisan),
    flagCell(p.internal),
    cellOf(p.publishedAt),
    p.source,
    cellOf(p.url),
    cellOf(p.question ?? null),
    cellOf(p.mode ?? null),
    cellOf(p.frame ?? null),
    p.probability === undefined ? "" : p.probability ? "yes" : "no",
    cellOf(p.weighting ?? null),
    cellOf(p.funder ?? null),
    cellOf(p.reportUrl ?? null),
    cellOf(p.note ?? null),
  ];
}

/** What a file of polls can't do without, though no single column is required. */
function headerFaults(
  sheet: Sheet,
  candidates: readonly Candidate[],
  asked: readonly string[],
): readonly Fault[] {
  const { line, cells } = sheet.header;
  if (cells.length === 0) return [];
  const faults: Fault[] = [];
  if (!sheet.at.has("middle") && !(sheet.at.has("start") && sheet.at.has("end"))) {
    faults.push(
      fault("the days of the field work are missing: add start and end, or middle", { line }),
    );
  }
  if (asked.length === 0) {
    const ids = candidates.map((c) => c.id).join(", ");
    faults.push(fault(`no column has a candidate's share: add one each for ${ids}`, { line }));
  }
  return faults;
}

/** Two polls that would get one id need ids of their own, and not one of them taken out. */
function sameDerived(sheet: Sheet, derived: readonly CheckedRow<Poll>[]): readonly Fault[] {
  return repeated(
    sheet,
    derived,
    "id",
    ({ id }) => id,
    (_, line) =>
      `has the pollster, dates and population of line ${line}: give each an id of its own`,
  );
}
