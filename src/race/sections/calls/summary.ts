import { z } from "zod";
import { sectionHead } from "../../schema/section-head.ts";
import { call } from "./source.ts";

export const callsSummary = z.array(call).meta({ id: "Calls" });
export type CallsSummary = z.infer<typeof callsSummary>;

/** The calls of a race in full. */
export const callsSection = z
  .object({ ...sectionHead("calls"), calls: callsSummary })
  .meta({ id: "CallsSection" });
export type CallsSection = z.infer<typeof callsSection>;
