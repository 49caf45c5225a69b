import { z } from "zod";
import { RULES } from "../../race/gate/rules/index.ts";
import type { Immutable } from "../immutable.ts";

/** The gate's reasons, and the desk's own: the gate judges only races that stay, and only what isn't paused. */
const HOLD_RULES = [...RULES, "race_withdrawn", "paused"] as const;

const compared = z.union([z.number(), z.string()]).optional();

export const holdReason = z
  .object({
    rule: z.enum(HOLD_RULES),
    path: z.string().meta({ description: "The body and what in it: `polls.538:1:2`." }),
    message: z.string(),
    before: compared.meta({ description: "What readers have." }),
    after: compared,
  })
  .meta({ id: "HoldReason", description: "Why a well-formed change waits for somebody." });
export type HoldReason = Immutable<z.infer<typeof holdReason>>;
