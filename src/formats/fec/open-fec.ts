import { z } from "zod";
import type { MoneySource } from "../../race/sections/money/source.ts";
import {
  fecMoney,
  type FecMeasure,
  type FecOptions,
  type FecTotals,
  foundMoney,
  optionsOf,
} from "./totals.ts";
import { listOf, readJson } from "../text/json.ts";
import type { ReadResult } from "../text/faults.ts";
import type { Format } from "../format.ts";

const amount = z.number("must be a number").nullish();

/** `/candidate/{id}/totals/` puts `last_` before the cash on hand, `/candidates/totals/` doesn't. */
const totals = z.object({
  candidate_id: z.string("must be the candidate's id"),
  name: z.string().nullish(),
  receipts: amount,
  disbursements: amount,
  cash_on_hand_end_period: amount,
  last_cash_on_hand_end_period: amount,
  coverage_end_date: z.string().nullish(),
});

const answer = z.object({ results: listOf(totals) });

export const openFec = {
  name: "openfec",
  title: "OpenFEC's candidate totals",
  sections: ["money"],
  looksLike: ({ hasKeys }) => hasKeys("results", "candidate_id", "receipts"),
  read: (text, request) => foundMoney(readOpenFec(text, optionsOf(request))),
} as const satisfies Format;

/**
 * Reads the answer of OpenFEC's `/candidates/totals/` or `/candidate/{id}/totals/`: a cycle's
 * totals per candidate, in dollars.
 */
export function readOpenFec(text: string, options: FecOptions): ReadResult<MoneySource> {
  const file = readJson(text, answer);
  if ("faults" in file) return { ok: false, faults: file.faults };
  const rows = file.value.results.map((row, i): FecTotals => {
    const cash =
      typeof row.last_cash_on_hand_end_period === "number"
        ? "last_cash_on_hand_end_period"
        : "cash_on_hand_end_period";
    const fields: Readonly<Record<FecMeasure | "name" | "through", string>> = {
      name: "candidate_id",
      receipts: "receipts",
      disbursements: "disbursements",
      cash_on_hand: cash,
      through: "coverage_end_date",
    };
    return {
      id: row.candidate_id,
      name: row.name ?? "",
      amounts: {
        receipts: row.receipts ?? null,
        disbursements: row.disbursements ?? null,
        cash_on_hand: row[cash] ?? null,
      },
      // The time of day is always midnight, and means nothing.
      through: row.coverage_end_date?.replace(/T.*$/, "") || null,
      placeOf: (part) => file.placeOf(["results", i, fields[part]]),
    };
  });
  return fecMoney(rows, options);
}
