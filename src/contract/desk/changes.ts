import { z } from "zod";
import type { Change } from "../../race/diff/diff.ts";
import { line } from "../../race/schema/common.ts";
import { sha256, sourceName, time, wholeNumber } from "../fields.ts";
import type { Immutable } from "../immutable.ts";
import { fault, problem } from "../problem.ts";
import { holdReason } from "./hold-reason.ts";
import { revision } from "./revisions.ts";

const MAX_KEY_LENGTH = 255;

/** What any request to change something may say beside its body. Anything else is refused. */
export const changeQuery = z.strictObject({
  dry_run: z
    .enum(["0", "1"], "must be 1 or 0")
    .optional()
    .meta({
      description: "1: answer what readers would see change, and store nothing.",
      param: { id: "DryRun" },
    }),
  withdraw: z
    .enum(["0", "1"], "must be 1 or 0")
    .optional()
    .meta({
      description:
        "1: what it takes away is taken away on purpose, and isn’t held. It may say nothing new.",
      param: { id: "Withdraw" },
    }),
  note: line
    .optional()
    .meta({ description: "For colleagues; kept with the revision.", param: { id: "Note" } }),
  correction: line.optional().meta({
    description: "What was wrong. Readers see it on the card and in the JSON.",
    param: { id: "Correction" },
  }),
});
export type ChangeQuery = Immutable<z.infer<typeof changeQuery>>;

export const changeHeaders = z.object({
  "If-Match": z
    .string()
    .optional()
    .meta({
      description: 'The section\'s ETag, `"r7"`: refused with 412 if it has moved since.',
      param: { id: "IfMatch" },
    }),
  "If-None-Match": z
    .literal("*", "must be *: only where there is nothing yet")
    .optional()
    .meta({ description: "Only where there is nothing yet.", param: { id: "IfNoneMatch" } }),
  "Idempotency-Key": z
    .string()
    .min(1, `must be 1 to ${MAX_KEY_LENGTH} characters`)
    .max(MAX_KEY_LENGTH, `must be 1 to ${MAX_KEY_LENGTH} characters`)
    .optional()
    .meta({
      description:
        "Sent again within 24 hours with the same content, a request gets its first answer and does nothing.",
      param: { id: "IdempotencyKey" },
    }),
});

const shown = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const change = z
  .object({ path: z.string(), label: z.string(), before: shown, after: shown })
  .meta({ id: "Change", description: "One thing that readers would see differently." });
change satisfies z.ZodType<Change>;

const warnings = z.array(fault).meta({ description: "What the file's reader left out." });

/** A part of a change that waits. */
const waitingPart = z
  .object({
    held: wholeNumber,
    section: sourceName,
    scope: z.string(),
    reasons: z.array(holdReason),
  })
  .meta({ id: "WaitingPart" });
export type WaitingPart = Immutable<z.infer<typeof waitingPart>>;

const waiting = z
  .array(waitingPart)
  .default([])
  .meta({ description: "What of it waits for somebody; readers have that as it was." });

export const storedAnswer = z
  .object({
    status: z.literal("stored"),
    section: sourceName,
    revision: wholeNumber,
    at: time,
    hash: sha256,
    waiting,
    warnings,
  })
  .meta({ id: "Stored", description: "Stored, and soon with readers, but for what waits." });
export type StoredAnswer = Immutable<z.infer<typeof storedAnswer>>;

export const unchangedAnswer = z
  .object({ status: z.literal("unchanged"), section: sourceName, revision: wholeNumber, warnings })
  .meta({ id: "Unchanged", description: "The body is what the desk has: no revision was made." });
export type UnchangedAnswer = Immutable<z.infer<typeof unchangedAnswer>>;

export const previewAnswer = z
  .object({
    status: z.literal("preview"),
    section: sourceName,
    changes: z.array(change).meta({ description: "What readers would see change." }),
    reasons: z.array(holdReason).meta({ description: "Why it would be held." }),
    warnings,
  })
  .meta({ id: "Preview", description: "The answer to a dry run: nothing was stored." });
export type PreviewAnswer = Immutable<z.infer<typeof previewAnswer>>;

export const heldAnswer = z
  .object({
    status: z.literal("held"),
    section: sourceName,
    held: wholeNumber.meta({ description: "The number of the first that waits." }),
    at: time,
    reasons: z.array(holdReason),
    waiting,
    warnings,
  })
  .meta({ id: "Held", description: "All of it waits until somebody releases it." });
export type HeldAnswer = Immutable<z.infer<typeof heldAnswer>>;

/** What a request to change something came to. */
export const changeAnswer = z.discriminatedUnion("status", [
  storedAnswer,
  unchangedAnswer,
  heldAnswer,
  previewAnswer,
]);
export type ChangeAnswer = Immutable<z.infer<typeof changeAnswer>>;

export const staleProblem = problem
  .extend({
    revision: wholeNumber
      .nullable()
      .meta({ description: "Where the section stands; null: nowhere." }),
    missed: z.array(revision).meta({ description: "The revisions since the one you named." }),
  })
  .meta({ id: "StaleProblem" });
