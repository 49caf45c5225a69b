import { z } from "zod";
import { instant, line, localId } from "../../schema/common.ts";
import { joinKey } from "../rows.ts";
import {
  CALL_OUTCOMES,
  CALL_STATES,
  type CallOutcome,
  type CallStateValue,
  OF_CANDIDATES,
} from "./outcomes.ts";

const fields = {
  round: z.int().positive().default(1),
  /** The numbered seat that it is about, where several are filled one by one. */
  seat: z.int().positive().optional(),
  /** Whom it is about; null where it is about the question, or about nobody yet. */
  candidate: localId.nullable().default(null),
  outcome: z.enum([...CALL_OUTCOMES, ...CALL_STATES]).default("won"),
  caller: line,
  at: instant,
  source: localId,
  /** What the caller goes by, or why it is too early or too close. */
  basis: line.optional(),
  /** Taken back by its caller: nobody has won by it any more, from that moment. */
  retracted: z.strictObject({ at: instant, why: line.optional() }).optional(),
} as const;

/** A statement by a named caller. Nothing computed ever makes one. */
export const call = z
  .strictObject(fields)
  .superRefine(({ candidate, outcome }, context) => {
    const ofCandidate = OF_CANDIDATES.has(outcome);
    if (ofCandidate === (candidate !== null)) return;
    const message = ofCandidate
      ? "is missing: who won, or goes on?"
      : `is about nobody, because ${outcome} is said of the race as a whole: leave it empty`;
    context.addIssue({ code: "custom", path: ["candidate"], message });
  })
  .refine(({ at, retracted }) => !retracted || Date.parse(at) <= Date.parse(retracted.at), {
    error: "is before the call itself",
    path: ["retracted", "at"],
  })
  .meta({ id: "Call" });
export type Call = z.infer<typeof call>;

/** A call as readers get it, who hear of what isn't called yet apart. */
export const readersCall = z
  .object({ ...fields, outcome: z.enum(CALL_OUTCOMES) })
  .meta({ id: "ReadersCall" });
export type ReadersCall = z.infer<typeof readersCall>;

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

export function isCall(row: Call): row is Call & { outcome: CallOutcome } {
  return (CALL_OUTCOMES as readonly string[]).includes(row.outcome);
}

function isState(row: Call): row is Call & { outcome: CallStateValue } {
  return !isCall(row);
}

/** The calls that stand: those of `rows` that nobody has taken back. */
export function standingCalls(rows: readonly Call[]): ReadersCall[] {
  return rows.filter(isCall).filter(({ retracted }) => retracted === undefined);
}

/** The standing calls made by `asOf`. A race with a pinned clock is a picture of one moment. */
export function callsBy(source: CallsSource | null, asOf: string): ReadersCall[] {
  const moment = Date.parse(asOf);
  return standingCalls(source?.calls ?? []).filter(({ at }) => Date.parse(at) <= moment);
}

/** What isn't called yet, by the latest caller who says so and hasn't called since; else null. */
export function uncalled(rows: readonly Call[]) {
  const standing = standingCalls(rows);
  const open = rows
    .filter(isState)
    .filter(
      (row) =>
        row.retracted === undefined &&
        !standing.some(
          ({ round, caller, at }) =>
            round === row.round && caller === row.caller && Date.parse(at) >= Date.parse(row.at),
        ),
    )
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return open.at(-1) ?? null;
}
