import { z } from "zod";
import { SOURCE_NAMES } from "../../race/check.ts";
import type { Change } from "../../race/diff.ts";
import { ACTIONS, type Revision } from "../../race/revision-chain.ts";
import { raceId } from "../../race/schema/common.ts";
import { FEED_SECTIONS } from "../../race/schema/feeds.ts";
import { status } from "../../race/schema/document.ts";
import type { Fault } from "../../formats/read-result.ts";
import type { HeldChange } from "../desk/held.ts";
import type { HoldReason } from "../desk/outcome.ts";
import type { Publication } from "../desk/publications.ts";
import type { Summary } from "../desk/summary.ts";

// What the API answers beside races and sections. Each is tied to the type that the code uses.

const n = z.int().min(0);
const time = z.iso.datetime();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const sourceName = z.enum(SOURCE_NAMES);
const action = z.enum(ACTIONS);

export const fault = z
  .object({
    line: n.nullable(),
    column: n.nullable(),
    field: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: "Fault", description: "One fault of a file. Lines and columns count from 1." });
fault satisfies z.ZodType<Fault>;

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "What went wrong, by a name that doesn't change." }),
    detail: z.string().meta({ description: "What to check or do." }),
    errors: z.array(fault).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457, application/problem+json." });

export const raceList = z
  .object({
    races: z.array(
      z.object({
        id: raceId,
        title: z.string(),
        electionDate: z.iso.date(),
        status,
        test: z.boolean(),
        updatedAt: z.iso.datetime({ offset: true }),
        href: z.string(),
      }),
    ),
  })
  .meta({ id: "RaceList" });

export const health = z
  .object({ ok: z.boolean(), store: z.enum(["answers", "fails"]) })
  .meta({ id: "Health" });

const before = n.nullable().meta({
  description: "What to send as ?before= for the next page; null at the end.",
});

export const publicationList = z
  .object({
    publications: z.array(
      z.object({
        n,
        at: time.meta({ description: "When the store had it." }),
        etag: z.string().nullable(),
        firstRevision: n,
        lastRevision: n,
        href: z.string().nullable().meta({ description: "Null: the race was withdrawn." }),
      }),
    ),
    before,
  })
  .meta({ id: "PublicationList" });

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
