import { entryKey, moneyEntry, type MoneySource } from "../../race/sections/money/source.ts";
import type { Candidate } from "../../race/schema/race-facts.ts";
import { writeCsv } from "../text/csv.ts";
import { type ReadResult, resultOf } from "../text/faults.ts";
import { candidateCell } from "./candidate-cell.ts";
import {
  cellOf,
  flagCell,
  flagOrText,
  numberOrText,
  required,
  textOrNull,
  wordOrNull,
} from "../sheet/cells.ts";
import { checkRows, repeated } from "../sheet/check-rows.ts";
import { openSheet, type SheetSpec } from "../sheet/sheet.ts";

export const MONEY_SHEET = {
  file: "money.csv",
  columns: ["measure", "candidate", "amount", "as_of", "printed", "rounded", "source", "note"],
  required: ["measure", "amount", "as_of", "source"],
} as const satisfies SheetSpec;

/** Reads money.csv: one row per figure that somebody published, in US dollars. */
export function readMoneyCsv(
  text: string,
  options: { readonly candidates: readonly Candidate[] },
): ReadResult<MoneySource> {
  const sheet = openSheet(text, MONEY_SHEET);
  const { values, faults } = checkRows(sheet, moneyEntry, (cells) => {
    const candidate = candidateCell(cells("candidate"), options.candidates);
    return {
      value: {
        measure: required(wordOrNull(cells("measure"))),
        candidate: candidate.id,
        amount: required(numberOrText(cells("amount"))),
        asOf: required(textOrNull(cells("as_of"))),
        printed: textOrNull(cells("printed")),
        rounded: flagOrText(cells("rounded")),
        source: required(textOrNull(cells("source"))),
        note: textOrNull(cells("note")),
      },
      faults: candidate.faults,
    };
  });
  const twice = repeated(
    sheet,
    values,
    "measure",
    entryKey,
    ({ value: e }, line) =>
      `${e.measure} of ${e.candidate ?? "the race"} stands on line ${line} already, with the same date and source: keep one of the two rows`,
  );
  const entries = values.map(({ value }) => value);
  return resultOf({ entries }, [...sheet.faults, ...faults, ...twice]);
}

/** Writes money.csv; reading it gives the same source. */
export function writeMoneyCsv(source: MoneySource): string {
  return writeCsv(
    MONEY_SHEET.columns,
    source.entries.map((e) => [
      e.measure,
      cellOf(e.candidate),
      cellOf(e.amount),
      e.asOf,
      cellOf(e.printed),
      flagCell(e.rounded),
      e.source,
      cellOf(e.note),
    ]),
  );
}
