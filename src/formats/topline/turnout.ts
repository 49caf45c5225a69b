import {
  ballotCountKey,
  ballotCount,
  type BallotCount,
  type TurnoutSource,
} from "../../race/sections/turnout/source.ts";
import { faultAt, writeCsv } from "../text/csv.ts";
import { type Fault, type ReadResult, resultOf } from "../text/faults.ts";
import {
  cellOf,
  flagCell,
  flagOrText,
  numberOrText,
  required,
  textOrNull,
  wordOrNull,
} from "../sheet/cells.ts";
import { checkRows, repeated, type CheckedRow } from "../sheet/check-rows.ts";
import { openSheet, type Sheet, type SheetSpec } from "../sheet/sheet.ts";

export const TURNOUT_SHEET = {
  file: "turnout.csv",
  columns: ["date", "mode", "ballots", "rounded", "source", "note"],
  required: ["date", "mode", "ballots", "source"],
} as const satisfies SheetSpec;

/** Reads turnout.csv: one row per day and mode, ballots counted from the start of voting. */
export function readTurnoutCsv(text: string): ReadResult<TurnoutSource> {
  const sheet = openSheet(text, TURNOUT_SHEET);
  const { values, faults } = checkRows(sheet, ballotCount, (cells) => ({
    value: {
      date: required(textOrNull(cells("date"))),
      mode: required(wordOrNull(cells("mode"))),
      ballots: required(numberOrText(cells("ballots"))),
      rounded: flagOrText(cells("rounded")),
      source: required(textOrNull(cells("source"))),
      note: textOrNull(cells("note")),
    },
  }));
  const twice = repeated(
    sheet,
    values,
    "date",
    ballotCountKey,
    ({ value: c }, line) =>
      `${c.mode} of ${c.date} stands on line ${line} already: keep one of the two rows`,
  );
  const counts = values.map(({ value }) => value);
  const mixed = mixedTotals(sheet, values);
  return resultOf({ counts }, [...sheet.faults, ...faults, ...twice, ...mixed]);
}

/** Writes turnout.csv; reading it gives the same source. */
export function writeTurnoutCsv(source: TurnoutSource): string {
  return writeCsv(
    TURNOUT_SHEET.columns,
    source.counts.map((c) => [
      c.date,
      c.mode,
      cellOf(c.ballots),
      flagCell(c.rounded),
      c.source,
      cellOf(c.note),
    ]),
  );
}

/** A day's rows add up to its total, so a total beside its own parts would count them twice. */
function mixedTotals(sheet: Sheet, values: readonly CheckedRow<BallotCount>[]): readonly Fault[] {
  const days = Map.groupBy(values, ({ value }) => value.date);
  return [...days].flatMap(([day, rows]) => {
    const total = rows.find(({ value }) => value.mode === "unspecified");
    if (total === undefined || rows.every(({ value }) => value.mode === "unspecified")) return [];
    const message = `is a total of ${day}, which has rows by mode too: keep one or the other`;
    return [faultAt(sheet.header, total.row, sheet.at.get("mode"), message)];
  });
}
