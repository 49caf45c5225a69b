import { z } from "zod";
import { instant, line, localId } from "../../schema/common.ts";
import { joinKey } from "../rows.ts";

/** What a caller says of a candidate: that they won, or that they go to a runoff. */
export const CALL_OUTCOMES = ["won", "runoff"] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** A statement by a named caller. Nothing computed ever makes one. */
export const call = z
  .strictObject({
    round: z.int().positive().default(1),
    /** Whom it is about; null is for outcomes that are about nobody. */
    candidate: localId.nullable().default(null),
    outcome: z.enum(CALL_OUTCOMES).default("won"),
    caller: line,
    at: instant,
    source: localId,
  })
  .refine((row) => row.candidate !== null, {
    error: "is missing: who won, or goes to the runoff?",
    path: ["candidate"],
  })
  .meta({ id: "Call" });
export type Call = z.infer<typeof call>;

/** The calls as an editor keeps them. */
export const callsSource = z.strictObject({ calls: z.array(call) }).meta({ id: "CallsSource" });
export type CallsSource = z.infer<typeof callsSource>;

/** What makes a call that call and no other: sent again, it is the same caller's word, corrected. */
export function callKey(row: Call): string {
  return joinKey(row.round, row.candidate, row.caller);
}

/** What of the section a call is, for people: `1.handel.Test Wire`. */
export function callPart({ round, candidate, caller }: Call): string {
  return [round, candidate ?? "nobody", caller].join(".");
}

/** The calls made by `asOf`. A race with a pinned clock is a picture of one moment. */
export function callsBy(source: CallsSource | null, asOf: string): Call[] {
  const moment = Date.parse(asOf);
  return (source?.calls ?? []).filter(({ at }) => Date.parse(at) <= moment);
}
