import type { MoneySource } from "../../race/sections/money/source.ts";
import { fault, type Fault, type ReadResult } from "../text/faults.ts";
import { fecMoney, type FecOptions, type FecTotals, foundMoney, optionsOf } from "./totals.ts";
import { numberOrText, textOrNull } from "../sheet/cells.ts";
import type { Format } from "../format.ts";

/** Columns of the commission's "all candidates" file, which has no header; counted from 1. */
const COLUMN = {
  id: 1,
  name: 2,
  receipts: 6,
  disbursements: 8,
  cash_on_hand: 11,
  through: 28,
} as const;
const COLUMNS = 30;

const CANDIDATE_ID = /^[HSP][0-9A-Z]{8}$/;

export const fecBulk = {
  name: "fec-bulk",
  title: "the FEC's bulk file of candidate totals",
  sections: ["money"],
  looksLike: ({ firstLine }) => shapeFault(firstLine.trimEnd().split("|"), 1) === null,
  read: (text, request) => foundMoney(readFecBulk(text, optionsOf(request))),
} as const satisfies Format;

/**
 * Reads the Federal Election Commission's bulk file of candidate totals (`weball…`, one line per
 * candidate of a two-year cycle, separated by `|`).
 */
export function readFecBulk(text: string, options: FecOptions): ReadResult<MoneySource> {
  const totals: FecTotals[] = [];
  const faults: Fault[] = [];
  for (const [i, raw] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (raw.trim() === "") continue;
    const cells = raw.split("|").map((cell) => cell.trim());
    const wrong = shapeFault(cells, i + 1);
    if (wrong === null) totals.push(totalsOf(cells, i + 1));
    else faults.push(wrong);
    if (faults.length >= MAX_FAULTS) break;
  }
  if (faults.length > 0) return { ok: false, faults };
  return fecMoney(totals, options);
}

/** Faults that are listed of a file that isn't what it was taken for. */
const MAX_FAULTS = 100;

function shapeFault(cells: readonly string[], line: number): Fault | null {
  if (cells.length !== COLUMNS) {
    const message = `has ${cells.length} of ${COLUMNS} columns: send the commission's file as it is, separated by |`;
    return fault(message, { line });
  }
  const id = cells[COLUMN.id - 1] ?? "";
  if (CANDIDATE_ID.test(id)) return null;
  const message = `must be a candidate's id like H8GA06286, found ${id.slice(0, 40)}`;
  return fault(message, { line, column: COLUMN.id, field: "id" });
}

function totalsOf(cells: readonly string[], line: number): FecTotals {
  const cell = (column: keyof typeof COLUMN) => cells[COLUMN[column] - 1] ?? "";
  return {
    id: cell("id"),
    name: cell("name"),
    amounts: {
      receipts: numberOrText(cell("receipts")),
      disbursements: numberOrText(cell("disbursements")),
      cash_on_hand: numberOrText(cell("cash_on_hand")),
    },
    through: isoDay(cell("through")),
    placeOf: (part) => ({ line, column: COLUMN[part], field: part }),
  };
}

/** `12/31/2018` as `2018-12-31`; anything else as it is, for the schema to judge. */
function isoDay(cell: string): string | null {
  return textOrNull(cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, "$3-$1-$2"));
}
