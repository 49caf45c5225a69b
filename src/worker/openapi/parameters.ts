import { z } from "zod";
import { line, raceId } from "../../race/schema/common.ts";

/** The parts of addresses and requests that several operations share. */
export const id = raceId;
export const n = z.int().min(0).meta({ description: "A number from the list." });

export const page = z.object({
  before: z
    .int()
    .min(0)
    .optional()
    .meta({ description: "Only entries with smaller numbers.", param: { id: "Before" } }),
  limit: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .meta({ description: "100 unless told otherwise.", param: { id: "Limit" } }),
});

export const terms = z.object({
  dry_run: z
    .enum(["0", "1"])
    .optional()
    .meta({
      description: "1: answer what readers would see change, and store nothing.",
      param: { id: "DryRun" },
    }),
  note: line
    .optional()
    .meta({ description: "For colleagues; kept with the revision.", param: { id: "Note" } }),
  correction: line.optional().meta({
    description: "What was wrong. Readers see it on the card and in the JSON.",
    param: { id: "Correction" },
  }),
});

export const headers = z.object({
  "If-Match": z
    .string()
    .optional()
    .meta({
      description: 'The section\'s ETag, `"r7"`: refused with 412 if it has moved since.',
      param: { id: "IfMatch" },
    }),
  "If-None-Match": z
    .literal("*")
    .optional()
    .meta({ description: "Only where there is nothing yet.", param: { id: "IfNoneMatch" } }),
  "Idempotency-Key": z
    .string()
    .min(1)
    .max(255)
    .optional()
    .meta({
      description:
        "Sent again within 24 hours with the same content, a request gets its first answer and does nothing.",
      param: { id: "IdempotencyKey" },
    }),
});
