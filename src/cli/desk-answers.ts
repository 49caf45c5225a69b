import { z } from "zod";
import { SOURCE_NAMES } from "../race/check.ts";
import { ACTIONS, type Revision } from "../contract/desk/revision-chain.ts";

// What a desk says, guarded once where it arrives. A newer Worker may say more: that is let be.

const n = z.int().min(0);
const section = z.enum(SOURCE_NAMES);

const fault = z.object({
  line: z.number().nullable().default(null),
  column: z.number().nullable().default(null),
  field: z.string().nullable().default(null),
  message: z.string(),
});

const reason = z.looseObject({ rule: z.string(), path: z.string(), message: z.string() });
export type HoldReason = z.infer<typeof reason>;

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One thing that readers would see differently. */
const change = z.object({ path: z.string(), label: z.string(), before: value, after: value });

const warnings = z.array(fault).default([]);

/** What a request to change something came to. */
export const deskAnswer = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("stored"),
    section,
    revision: n,
    at: z.string(),
    hash: z.string(),
    warnings,
  }),
  z.object({ status: z.literal("unchanged"), section, revision: n, warnings }),
  z.object({
    status: z.literal("held"),
    section,
    held: n,
    at: z.string(),
    reasons: z.array(reason),
    warnings,
  }),
  z.object({
    status: z.literal("preview"),
    section,
    reasons: z.array(reason),
    changes: z.array(change).default([]),
    warnings,
  }),
]);
export type DeskAnswer = z.infer<typeof deskAnswer>;

const revision = z.object({
  n,
  at: z.string(),
  author: z.string(),
  approver: z.string().nullable(),
  section,
  action: z.enum(ACTIONS),
  restores: n.nullable(),
  note: z.string().nullable(),
  correction: z.string().nullable(),
  bytes: n,
  body: z.string().nullable(),
  hash: z.string(),
}) satisfies z.ZodType<Revision>;

export const revisionPage = z.object({ revisions: z.array(revision), before: n.nullable() });
export const revisionWithContent = revision.extend({ content: z.unknown() });

const heldChange = z.object({
  held: n,
  at: z.string(),
  author: z.string(),
  section,
  action: z.enum(ACTIONS),
  restores: n.nullable(),
  base: n.nullable(),
  note: z.string().nullable(),
  correction: z.string().nullable(),
  reasons: z.array(reason),
});
export type HeldChange = z.infer<typeof heldChange>;
export const heldList = z.object({ held: z.array(heldChange) });
export const heldWithContent = heldChange.extend({ content: z.unknown() });

/** How a feed does. */
const feedState = z.looseObject({
  id: z.string(),
  everySeconds: z.number(),
  lastAttempt: z.string().nullable(),
  lastSuccess: z.string().nullable(),
  failures: n,
  problem: z.string().nullable(),
  drift: z.array(z.string()),
});
export type FeedState = z.infer<typeof feedState>;

export const deskSummary = z.looseObject({
  race: z.string(),
  revision: n,
  hash: z.string().nullable(),
  publishing: z.looseObject({
    publication: z.looseObject({ n, etag: z.string().nullable() }).nullable(),
    pending: z.boolean(),
    behind: n,
    lagSeconds: z.number(),
    failures: n,
    lastError: z.looseObject({ at: z.string(), message: z.string() }).nullable(),
  }),
  held: n,
  feeds: z.array(feedState).default([]),
});
export type DeskSummary = z.infer<typeof deskSummary>;

export const raceList = z.looseObject({
  races: z.array(z.looseObject({ id: z.string(), title: z.string(), status: z.string() })),
});

/** RFC 9457, with what a desk adds to it. */
export const problemBody = z.looseObject({
  title: z.string(),
  code: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(fault).default([]),
});
