import { z } from "zod";
import { localId } from "../../schema/common.ts";
import { sectionHead } from "../../schema/section-head.ts";
import { moneyEntry } from "./source.ts";

/** One amount with whose figure it is and until when it speaks. */
const amount = z
  .object({
    amount: z.number().min(0),
    asOf: moneyEntry.shape.asOf,
    /** As its source printed it, where that says more. */
    text: moneyEntry.shape.printed,
    atMost: z.boolean(),
    atLeast: z.boolean(),
    rounded: z.boolean(),
    label: moneyEntry.shape.label,
    source: localId,
  })
  .meta({ id: "Amount" });
export type Amount = z.infer<typeof amount>;

export const moneySummary = z
  .object({
    candidates: z.array(
      z.object({
        candidate: localId,
        receipts: amount.nullable(),
        disbursements: amount.nullable(),
        cashOnHand: amount.nullable(),
        independentFor: amount.nullable(),
        independentAgainst: amount.nullable(),
        partyCommittees: amount.nullable(),
      }),
    ),
    independentTotal: amount.nullable(),
    /** What the whole race cost, as somebody said it: never our own sum. */
    total: amount.nullable(),
    /** The most that any such race had cost before; its label says which. */
    record: amount.nullable(),
  })
  .meta({ id: "MoneySummary" });
export type MoneySummary = z.infer<typeof moneySummary>;

/** An entry as readers get it: what editors note for each other is left out. */
const listedEntry = z
  .object(moneyEntry.shape)
  .omit({ note: true })
  .meta({ id: "ListedMoneyEntry" });

/** The money of a race in full. */
export const moneySection = z
  .object({
    ...sectionHead("money"),
    money: moneySummary.nullable(),
    entries: z.array(listedEntry),
  })
  .meta({ id: "MoneySection" });
export type MoneySection = z.infer<typeof moneySection>;
