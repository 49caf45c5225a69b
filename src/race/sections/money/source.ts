import { z } from "zod";
import { joinKey } from "../rows.ts";
import { asOf, dollars, line, localId } from "../../schema/common.ts";

/**
 * Federal finance terms. `independent_for` and `independent_against` are independent
 * expenditures; `total` is somebody's sum for the whole race and has no candidate.
 */
export const MONEY_MEASURES = [
  "receipts",
  "disbursements",
  "cash_on_hand",
  "independent_for",
  "independent_against",
  "independent_total",
  "total",
] as const;
export type MoneyMeasure = (typeof MONEY_MEASURES)[number];

export const moneyEntry = z
  .strictObject({
    measure: z.enum(MONEY_MEASURES),
    candidate: localId.nullable().default(null),
    amount: dollars,
    /** The coverage end date of a filing, or the day somebody said it. */
    asOf,
    /** The figure as its source printed it, where that says more: "up to $50 million". */
    printed: line.nullable().default(null),
    rounded: z.boolean().default(false),
    source: localId,
    note: line.nullable().default(null),
  })
  .refine((row) => row.measure.endsWith("total") === (row.candidate === null), {
    error: "totals have no candidate, every other measure needs one",
    path: ["candidate"],
  })
  .meta({ id: "MoneyEntry" });
export type MoneyEntry = z.infer<typeof moneyEntry>;

/** The money section as an editor keeps it. */
export const moneySource = z
  .strictObject({ entries: z.array(moneyEntry) })
  .meta({ id: "MoneySource" });
export type MoneySource = z.infer<typeof moneySource>;

/** What makes an entry that entry and no other. */
export function entryKey(row: MoneyEntry): string {
  return joinKey(row.measure, row.candidate, row.asOf, row.source);
}

/** What of the section an entry is, for people: `receipts.handel.2017-05-31.fec`. */
export function entryPart({ measure, candidate, asOf: at, source }: MoneyEntry): string {
  return [measure, ...(candidate === null ? [] : [candidate]), at, source].join(".");
}
