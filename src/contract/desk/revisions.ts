import { z } from "zod";
import { sha256, sourceName, time, wholeNumber } from "../fields.ts";
import type { Immutable } from "../immutable.ts";
import { nextBefore } from "../page.ts";

/** How a revision came to be. A restore has its own number: nothing is ever taken back. */
const ACTIONS = ["put", "merge", "delete", "restore"] as const;
export const action = z.enum(ACTIONS);
export type Action = z.infer<typeof action>;

export const revision = z
  .object({
    n: wholeNumber.meta({ description: "1 for the first change of a race, without gaps." }),
    at: time,
    author: z.string().meta({ description: "The name of the token that sent it." }),
    approver: z
      .string()
      .nullable()
      .meta({ description: "The name of the token that released it, where it had been held." }),
    section: sourceName,
    action,
    restores: wholeNumber
      .nullable()
      .meta({ description: "The revision whose body a restore brought back." }),
    note: z.string().nullable(),
    correction: z
      .string()
      .nullable()
      .meta({ description: "What was wrong before, as readers are told." }),
    bytes: wholeNumber.meta({
      description: "Length of the body in bytes of UTF-8 JSON; 0 where it was deleted.",
    }),
    body: sha256
      .nullable()
      .meta({ description: "SHA-256 of the body; null where it was deleted." }),
    hash: sha256.meta({ description: "SHA-256 over the hash before and everything above." }),
  })
  .meta({ id: "Revision", description: "One accepted change of one body, without the body." });
export type Revision = Immutable<z.infer<typeof revision>>;

export const revisionList = z
  .object({ revisions: z.array(revision), before: nextBefore })
  .meta({ id: "RevisionList" });
export type RevisionList = Immutable<z.infer<typeof revisionList>>;

/** Stands beside an entry of a list where one of them is asked for. */
export const content = z.unknown().meta({
  description: "The body, as the section's address takes and gives it; null where it was deleted.",
});

export const revisionWithContent = revision.extend({ content }).meta({ id: "RevisionWithContent" });
