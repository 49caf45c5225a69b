import { z } from "zod";

/** How suspicious the desk is of a change that is well formed. */
export const gateSettings = z
  .strictObject({
    /** A total or an amount that grows by more than this factor at once is held. */
    jumpFactor: z.number().min(1.5, "must be 1.5 or more").max(1000).default(10),
    /** Whether a held change must be released by somebody other than its sender. */
    secondPerson: z.boolean().default(false),
  })
  .meta({ id: "GateSettings" });
