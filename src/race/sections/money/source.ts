import { z } from "zod";
import { joinKey } from "../rows.ts";
import { asOf, dollars, line, localId, wording } from "../../schema/common.ts";

/**
 * Federal finance terms. `independent_for` and `independent_against` are independent
 * expenditures; `total` is somebody's sum for the whole race and has no candidate.
 * `party_committees` is what committees of a national party gave to a candidate's side;
 * `previous_record` the most that any such race had cost before.
 */
export const MONEY_MEASURES = [
  "receipts",
  "disbursements",
  "cash_on_hand",
  "independent_for",
  "independent_against",
  "independent_total",
  "total",
  "party_committees",
  "previous_record",
] as const;
export type MoneyMeasure = (typeof MONEY_MEASURES)[number];

/** Measures of the whole race, or of another one. */
const OF_NOBODY: ReadonlySet<MoneyMeasure> = new Set([
  "independent_total",
  "total",
  "previous_record",
]);

export const moneyEntry = z
  .strictObject({
    measure: z.enum(MONEY_MEASURES),
    candidate: localId.nullable().default(null),
    amount: dollars,
    /** The coverage end date of a filing, or the day somebody said it. */
    asOf,
    /** The figure as its source printed it, where that says more: "up to $50 million". */
    printed: line.nullable().default(null),
    /** The source says "up to" the amount. */
    atMost: z.boolean().default(false),
    /** The source says "more than" the amount. */
    atLeast: z.boolean().default(false),
    rounded: z.boolean().default(false),
    /** What the amount is of, where its measure doesn't say it all: "in two months". */
    label: wording.optional(),
    source: localId,
    note: line.nullable().default(null),
  })
  .refine((row) => OF_NOBODY.has(row.measure) === (row.candidate === null), {
    error: "totals and records have no candidate, every other measure needs one",
    path: ["candidate"],
  })
  .refine((row) => !(row.atMost && row.atLeast), {
    error: "can't be more than the amount and up to it",
    path: ["atLeast"],
  })
  .refine((row) => row.measure !== "previous_record" || row.label !== undefined, {
    error: "needs a label: which race was it?",
    path: ["label"],
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
