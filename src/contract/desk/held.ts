import { z } from "zod";
import { sha256, sourceName, time, wholeNumber } from "../fields.ts";
import type { Immutable } from "../immutable.ts";
import { holdReason } from "./hold-reason.ts";
import { action, content } from "./revisions.ts";

export const heldChange = z
  .object({
    held: wholeNumber,
    at: time,
    author: z.string(),
    section: sourceName,
    action,
    restores: wholeNumber.nullable(),
    base: wholeNumber
      .nullable()
      .meta({ description: "The revision it was judged against; null: there was none." }),
    note: z.string().nullable(),
    correction: z.string().nullable(),
    bytes: wholeNumber.meta({
      description:
        "Length of its body in bytes of UTF-8 JSON; 0 where it would delete the section.",
    }),
    body: sha256
      .nullable()
      .meta({ description: "SHA-256 of its body; null where it would delete the section." }),
    reasons: z.array(holdReason),
  })
  .meta({ id: "HeldChange", description: "A change that waits for somebody to release it." });
export type HeldChange = Immutable<z.infer<typeof heldChange>>;

export const heldList = z.object({ held: z.array(heldChange) }).meta({ id: "HeldList" });
export type HeldList = Immutable<z.infer<typeof heldList>>;

export const heldWithContent = heldChange.extend({ content }).meta({ id: "HeldWithContent" });
