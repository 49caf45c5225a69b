import { z } from "zod";
import { instant, line, localId } from "../../schema/common.ts";
import { sectionHead } from "../../schema/section-head.ts";
import { CALL_STATES } from "./outcomes.ts";
import { call, readersCall } from "./source.ts";

/** Calls, those that were taken back too; what isn't called yet is `callState`. */
export const callsSummary = z.array(readersCall).meta({ id: "Calls" });
export type CallsSummary = z.infer<typeof callsSummary>;

/** Who says that it is too early, or too close, to call, and why where they say it. */
export const callState = z
  .object({
    value: z.enum(CALL_STATES),
    by: line,
    at: instant,
    why: line.nullable(),
    source: localId,
  })
  .meta({ id: "CallState" });
export type CallState = z.infer<typeof callState>;

/** The calls of a race in full, with every row. */
export const callsSection = z
  .object({ ...sectionHead("calls"), calls: z.array(call) })
  .meta({ id: "CallsSection" });
export type CallsSection = z.infer<typeof callsSection>;
