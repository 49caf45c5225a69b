import type { Candidate } from "../../race/schema/race-facts.ts";
import {
  resultCountKey,
  resultCount,
  type ResultCount,
  type ResultsSource,
} from "../../race/sections/results/source.ts";
import { resolveAreas } from "../match/areas.ts";
import { textAt, writeCsv } from "../text/csv.ts";
import { type ReadResult, resultOf } from "../text/faults.ts";
import { candidateCell } from "./candidate-cell.ts";
import { cellOf, numberOrText, required, textOrNull, wordOrNull } from "../sheet/cells.ts";
import { checkRows, repeated } from "../sheet/check-rows.ts";
import { openSheet, type SheetSpec } from "../sheet/sheet.ts";

export const RESULTS_SHEET = {
  file: "results.csv",
  columns: ["round", "area", "measure", "candidate", "mode", "value", "as_of", "source"],
  required: ["area", "measure", "value", "as_of", "source"],
} as const satisfies SheetSpec;

/**
 * Reads results.csv, one row per number counted. Areas get one name each (see areas.ts); `areas`
 * are the names that the race uses already.
 */
export function readResultsCsv(
  text: string,
  options: { readonly candidates: readonly Candidate[]; readonly areas?: readonly string[] },
): ReadResult<ResultsSource> {
  const sheet = openSheet(text, RESULTS_SHEET);
  const areaColumn = sheet.at.get("area");
  const names = sheet.rows.map((row) => textAt(row, areaColumn));
  const areaName = resolveAreas(names, options.areas);
  const { values, faults } = checkRows(sheet, resultCount, (cells) => {
    const candidate = candidateCell(cells("candidate"), options.candidates);
    return {
      value: {
        round: numberOrText(cells("round")) ?? 1,
        area: required(textOrNull(areaName(cells("area")))),
        measure: required(wordOrNull(cells("measure"))),
        candidate: candidate.id,
        mode: wordOrNull(cells("mode")) ?? "unspecified",
        value: required(numberOrText(cells("value"))),
        asOf: required(textOrNull(cells("as_of"))),
        source: required(textOrNull(cells("source"))),
      },
      faults: candidate.faults,
    };
  });
  const twice = repeated(
    sheet,
    values,
    "area",
    resultCountKey,
    ({ value: c }, line) =>
      `${describe(c)} has been counted on line ${line}: keep one of the two rows`,
  );
  const counts = values.map(({ value }) => value);
  return resultOf({ counts }, [...sheet.faults, ...faults, ...twice]);
}

/** Writes results.csv; reading it gives the same source. */
export function writeResultsCsv(source: ResultsSource): string {
  return writeCsv(
    RESULTS_SHEET.columns,
    source.counts.map((c) =>
      [c.round, c.area, c.measure, c.candidate, c.mode, c.value, c.asOf, c.source].map(cellOf),
    ),
  );
}

function describe(c: ResultCount): string {
  return [c.measure, c.candidate, c.area, c.mode].filter((part) => part !== null).join(", ");
}
