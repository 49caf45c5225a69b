import { instant } from "../../race/schema/common.ts";
import type { RaceSource } from "../../race/schema/race.ts";
import { resultCount, type ResultCount } from "../../race/sections/results/source.ts";
import { DEFINITIONS } from "../../race/sections/index.ts";
import { resultCountKey } from "../../race/sections/results/source.ts";
import { resolveAreas } from "../../formats/match/areas.ts";
import { columnsOf, type CsvRow, faultAt, readCsv, textAt } from "../../formats/text/csv.ts";
import { fault, type Fault, type ReadResult, resultOf } from "../../formats/text/faults.ts";
import { candidateCell } from "../../formats/match/candidates.ts";
import { numberOrText, required, textOrNull, wordOrNull } from "../../formats/sheet/cells.ts";
import { checkRows, repeated } from "../../formats/sheet/check-rows.ts";
import { openSheet, type Sheet, type SheetSpec } from "../../formats/sheet/sheet.ts";
import { minutesAfter, minutesBetween } from "./moment.ts";

/** What was counted anew at one moment of a recorded night. */
export type NightEvent = {
  /** Minutes after the polls closed. */
  readonly minute: number;
  readonly counts: readonly ResultCount[];
};

/** The columns of results.csv with the moment before them; `note` is for people. */
const EVENTS_SHEET = {
  file: "events.csv",
  columns: ["minute", "time", ...DEFINITIONS.results.csv.columns, "note"],
  required: ["area", "measure", "value", "source"],
} satisfies SheetSpec;

/**
 * Reads a recorded night: results.csv with one more column, `minute` (after the polls closed) or
 * `time` (with its zone). The rows of one moment are one write; a row says what the count stands
 * at from then on. Without `as_of` a count is true at its moment. Events come in order of time.
 */
export function readEventsCsv(
  text: string,
  race: Pick<RaceSource, "candidates" | "voting">,
): ReadResult<readonly NightEvent[]> {
  const { closes } = race.voting;
  const sheet = openSheet(text, EVENTS_SHEET);
  const areaColumn = sheet.at.get("area");
  const areaName = resolveAreas(sheet.rows.map((row) => textAt(row, areaColumn)));
  const minutes = new Map<CsvRow, number>();
  const momentFaults = momentColumnFaults(sheet);
  for (const row of momentFaults.length > 0 ? [] : sheet.rows) {
    const minute = minuteOf(sheet, row, closes);
    if (typeof minute === "number") minutes.set(row, minute);
    else momentFaults.push(minute);
  }
  const { values, faults } = checkRows(sheet, resultCount, (cells) => {
    const candidate = candidateCell(cells("candidate"), race.candidates);
    return {
      value: {
        round: numberOrText(cells("round")) ?? 1,
        area: required(textOrNull(areaName(cells("area")))),
        measure: required(wordOrNull(cells("measure"))),
        candidate: candidate.id,
        mode: wordOrNull(cells("mode")) ?? "unspecified",
        value: required(numberOrText(cells("value"))),
        asOf: textOrNull(cells("as_of")) ?? closes,
        source: required(textOrNull(cells("source"))),
      },
      faults: candidate.faults,
    };
  });
  const dated = values.flatMap(({ row, value }) => {
    const minute = minutes.get(row);
    if (minute === undefined) return [];
    const stated = textAt(row, sheet.at.get("as_of")) !== "";
    const count = stated ? value : { ...value, asOf: minutesAfter(closes, minute) };
    return [{ row, value: { minute, count } }];
  });
  const twice = repeated(
    sheet,
    dated,
    "area",
    ({ minute, count }) => JSON.stringify([minute, resultCountKey(count)]),
    (_, line) => `has been counted for the same moment on line ${line}: keep one of the two rows`,
  );
  const events = [...Map.groupBy(dated, ({ value }) => value.minute)]
    .toSorted(([a], [b]) => a - b)
    .map(([minute, rows]) => ({ minute, counts: rows.map(({ value }) => value.count) }));
  return resultOf(events, [...sheet.faults, ...momentFaults, ...faults, ...twice]);
}

/** Whether a file is a recorded night, by its columns. */
export function isEventsCsv(text: string): boolean {
  const columns = columnsOf(readCsv(text).header);
  return (columns.has("minute") || columns.has("time")) && columns.has("measure");
}

function momentColumnFaults({ at, header }: Sheet): Fault[] {
  const named = ["minute", "time"].filter((name) => at.has(name));
  if (named.length === 1 || header.cells.length === 0) return [];
  const message =
    named.length === 0
      ? "the column minute is missing: add it, or time"
      : "has both minute and time: keep one of the two columns";
  return [fault(message, { line: header.line })];
}

function minuteOf(sheet: Sheet, row: CsvRow, closes: string): number | Fault {
  const { header, at } = sheet;
  const timed = at.has("time");
  const column = at.get(timed ? "time" : "minute");
  const cell = textAt(row, column);
  const wrong = (message: string) =>
    faultAt(header, row, column, `${message}, found ${cell === "" ? "nothing" : cell}`);
  if (timed && !instant.safeParse(cell).success)
    return wrong("must be a time with its zone, like 2017-06-20T19:42:00-04:00");
  const minute = timed ? minutesBetween(closes, cell) : numberOrText(cell);
  if (typeof minute !== "number") return wrong("must be minutes after the polls closed, like 42.5");
  if (minute < 0) return wrong("must not be before the polls closed");
  return minute;
}
