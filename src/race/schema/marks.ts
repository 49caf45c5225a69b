import { z } from "zod";
import { RULES } from "../gate/rules/index.ts";
import type { CallChange } from "../sections/calls/changes.ts";
import { SECTIONS } from "../sections/index.ts";
import { count, date, instant, line, localId } from "./common.ts";

const section = z.enum(["race", ...SECTIONS]);

/** Where a number stands, as far as that can be said; a call's candidate, a day's ballots. */
export const place = z.object({
  round: z.int().positive().optional(),
  area: line.optional(),
  measure: z.string().optional(),
  candidate: localId.optional(),
  date: date.optional(),
});

/** A number that readers have as it was, while somebody looks at what came for it. */
export const underReview = z
  .object({ section, ...place.shape, rule: z.enum(RULES), since: instant })
  .meta({ id: "UnderReview" });
export type UnderReview = z.infer<typeof underReview>;

/** A figure that an editor holds against the feed. */
export const pinned = z
  .object({ section: z.enum(SECTIONS), ...place.shape, since: instant, why: line })
  .meta({ id: "Pin" });
export type Pinned = z.infer<typeof pinned>;

/** A section that stands still on purpose. */
export const paused = z
  .object({ section: z.enum(SECTIONS), since: instant, text: line })
  .meta({ id: "Paused" });
export type Paused = z.infer<typeof paused>;

/** A number that its own source lowered: its office's correction, and none of ours. */
export const sourceRevision = z
  .object({
    section: z.enum(SECTIONS),
    ...place.shape,
    before: count,
    after: count,
    at: instant,
  })
  .meta({ id: "SourceRevision" });
export type SourceRevision = z.infer<typeof sourceRevision>;

/** What readers are told about how the numbers are kept. */
export type Marks = {
  readonly underReview: readonly UnderReview[];
  readonly pins: readonly Pinned[];
  readonly paused: readonly Paused[];
  /** The latest, oldest first, as are the changes of calls. */
  readonly revisions: readonly SourceRevision[];
  readonly callChanges: readonly CallChange[];
};

export const NO_MARKS: Marks = {
  underReview: [],
  pins: [],
  paused: [],
  revisions: [],
  callChanges: [],
};
