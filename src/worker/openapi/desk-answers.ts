import { z } from "zod";
import type { Change } from "../../race/diff/diff.ts";
import type { Revision } from "../../contract/desk/revision-chain.ts";
import { raceId } from "../../race/schema/common.ts";
import { FEED_SECTIONS } from "../../race/sections/index.ts";
import type { HeldChange } from "../desk/storage/held.ts";
import type { HoldReason } from "../desk/writes/outcome.ts";
import type { Publication } from "../desk/storage/publications.ts";
import type { Summary } from "../desk/summary.ts";
import { action, before, n, sha256, sourceName, time } from "./fields.ts";
import { fault, problem } from "./problem-answers.ts";

// What editors are answered. Each is tied to the type that the code uses.

export const revision = z
  .object({
    n,
    at: time,
    author: z.string(),
    approver: z.string().nullable(),
    section: sourceName,
    action,
    restores: n.nullable(),
    note: z.string().nullable(),
    correction: z.string().nullable(),
    bytes: n,
    body: sha256.nullable(),
    hash: sha256,
  })
  .meta({ id: "Revision" });
revision satisfies z.ZodType<Revision>;

export const revisionList = z
  .object({ revisions: z.array(revision), before })
  .meta({ id: "RevisionList" });

const content = z.unknown().meta({
  description: "The body, as the section's address takes and gives it; null where it was deleted.",
});

export const revisionWithContent = revision.extend({ content }).meta({ id: "RevisionWithContent" });

const told = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const change = z
  .object({ path: z.string(), label: z.string(), before: told, after: told })
  .meta({ id: "Change", description: "One thing that readers would see differently." });
change satisfies z.ZodType<Change>;

const counted = z.union([z.number(), z.string()]).optional();
export const holdReason = z
  .object({
    rule: z.enum([
      "candidate_gone",
      "counter_falls",
      "early_results",
      "gate_loosened",
      "jump",
      "over_registered",
      "poll_dates",
      "poll_shares",
      "race_withdrawn",
    ] satisfies HoldReason["rule"][]),
    path: z.string(),
    message: z.string(),
    before: counted,
    after: counted,
  })
  .meta({ id: "HoldReason" });

export const heldChange = z
  .object({
    held: n,
    at: time,
    author: z.string(),
    section: sourceName,
    action,
    restores: n.nullable(),
    base: n.nullable().meta({ description: "The revision it was judged against." }),
    note: z.string().nullable(),
    correction: z.string().nullable(),
    bytes: n,
    body: sha256.nullable(),
    reasons: z.array(holdReason),
  })
  .meta({ id: "HeldChange" });
heldChange satisfies z.ZodType<Omit<HeldChange, "reasons">>;

export const heldList = z.object({ held: z.array(heldChange) }).meta({ id: "HeldList" });
export const heldWithContent = heldChange.extend({ content }).meta({ id: "HeldWithContent" });

const warnings = z.array(fault).meta({ description: "What the file's reader left out." });

export const stored = z
  .object({
    status: z.literal("stored"),
    section: sourceName,
    revision: n,
    at: time,
    hash: sha256,
    warnings,
  })
  .meta({ id: "Stored" });

export const unchanged = z
  .object({ status: z.literal("unchanged"), section: sourceName, revision: n, warnings })
  .meta({ id: "Unchanged", description: "The body is what the desk has: no revision was made." });

export const preview = z
  .object({
    status: z.literal("preview"),
    section: sourceName,
    changes: z.array(change),
    reasons: z.array(holdReason),
    warnings,
  })
  .meta({ id: "Preview", description: "The answer to a dry run: nothing was stored." });

export const held = z
  .object({
    status: z.literal("held"),
    section: sourceName,
    held: n,
    at: time,
    reasons: z.array(holdReason),
    warnings,
  })
  .meta({ id: "Held", description: "Stored aside until somebody releases it." });

export const staleProblem = problem
  .extend({
    revision: n.nullable().meta({ description: "Where the section stands; null: nowhere." }),
    missed: z.array(revision).meta({ description: "The revisions since the one you named." }),
  })
  .meta({ id: "StaleProblem" });

const publication = z.object({
  n,
  computedFor: time,
  acknowledgedAt: time.nullable(),
  etag: z.string().nullable(),
  firstRevision: n,
  lastRevision: n,
}) satisfies z.ZodType<Publication>;

const sectionState = z.object({ revision: n, at: time, author: z.string() }).nullable();

export const summary = z
  .object({
    race: raceId,
    revision: n,
    hash: sha256.nullable(),
    sections: z.object({
      race: sectionState,
      polls: sectionState,
      turnout: sectionState,
      results: sectionState,
      money: sectionState,
    }),
    publishing: z.object({
      publication: publication.nullable(),
      pending: z.boolean(),
      behind: n,
      lagSeconds: n,
      nextAttemptAt: time.nullable(),
      failures: n,
      lastError: z.object({ at: time, message: z.string() }).nullable(),
      clockDueAt: time.nullable(),
    }),
    held: n,
    feeds: z.array(
      z.object({
        id: z.string(),
        section: z.enum(FEED_SECTIONS),
        format: z.string(),
        everySeconds: n,
        lastAttempt: time.nullable(),
        lastSuccess: time.nullable(),
        lastChange: time.nullable(),
        failures: n,
        problem: z.string().nullable(),
        drift: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: "DeskSummary" });
summary satisfies z.ZodType<Summary>;
