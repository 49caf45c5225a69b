import { z } from "zod";
import { sha256, sourceName, time, wholeNumber } from "../fields.ts";
import type { Immutable } from "../immutable.ts";
import { holdReason } from "./hold-reason.ts";
import { place } from "../../race/schema/marks.ts";
import { action, content } from "./revisions.ts";

export const heldChange = z
  .object({
    held: wholeNumber,
    at: time,
    author: z.string(),
    updatedAt: time.meta({ description: "When what waits under this number last changed." }),
    section: sourceName,
    scope: z.string().nullable().meta({
      description:
        "What waits: an area’s votes (`1.Cobb.votes`), a poll, a field of race.json, `many`, or `all`. Null: the section, held by version 0.1.0.",
    }),
    place: place.meta({ description: "The same, as far as it is a number’s place." }),
    action,
    restores: wholeNumber.nullable(),
    base: wholeNumber
      .nullable()
      .meta({ description: "The revision it was judged against; null: there was none." }),
    note: z.string().nullable(),
    correction: z.string().nullable(),
    bytes: wholeNumber.meta({
      description:
        "Length in bytes of UTF-8 JSON of what it puts in; 0 where it takes the race away.",
    }),
    body: sha256.nullable().meta({
      description:
        "SHA-256 of what it puts in; null where it takes the race away. In quotes it is the ETag that `If-Match` names to release what you saw.",
    }),
    reasons: z.array(holdReason),
  })
  .meta({
    id: "HeldChange",
    description: "A part of a change that waits for somebody to release it.",
  });
export type HeldChange = Immutable<z.infer<typeof heldChange>>;

export const heldList = z.object({ held: z.array(heldChange) }).meta({ id: "HeldList" });
export type HeldList = Immutable<z.infer<typeof heldList>>;

export const heldWithContent = heldChange.extend({ content }).meta({ id: "HeldWithContent" });
