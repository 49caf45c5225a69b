import { z } from "zod";
import { SOURCE_NAMES, type SourceName } from "../../race/check.ts";
import { raceId } from "../../race/schema/common.ts";
import { FEED_SECTIONS } from "../../race/sections/index.ts";
import { sha256, time, wholeNumber } from "../fields.ts";
import type { Immutable } from "../immutable.ts";

const publication = z.object({
  n: wholeNumber,
  computedFor: time.meta({
    description: "The moment its numbers were computed for, where the race doesn't pin its own.",
  }),
  acknowledgedAt: time.meta({ description: "When the store said that it had it." }),
  etag: z.string().nullable().meta({
    description: "Of the race document; null: the race was withdrawn.",
  }),
  firstRevision: wholeNumber,
  lastRevision: wholeNumber,
});
/** What readers saw from one moment on, and which revisions it brought them. */
export type Publication = Immutable<z.infer<typeof publication>>;

const sectionState = z.object({ revision: wholeNumber, at: time, author: z.string() }).nullable();
export type SectionState = NonNullable<Immutable<z.infer<typeof sectionState>>>;

const sections = Object.fromEntries(SOURCE_NAMES.map((name) => [name, sectionState])) as {
  [N in SourceName]: typeof sectionState;
};

const feedState = z.object({
  id: z.string(),
  section: z.enum(FEED_SECTIONS).nullable().meta({ description: "Null: all that its files have." }),
  format: z.string(),
  everySeconds: wholeNumber,
  lastAttempt: time.nullable(),
  lastSuccess: time.nullable().meta({
    description: "When its source answered with a file that could be read, changed or not.",
  }),
  lastChange: time.nullable(),
  failures: wholeNumber.meta({ description: "Failed attempts since the last one that didn't." }),
  problem: z.string().nullable().meta({
    description: "Why the last attempt failed, or why the feed can't be asked at all.",
  }),
  overdueSince: time.nullable().meta({
    description: "When it should have been asked, where that is minutes ago; null: it is in time.",
  }),
  drift: z.array(z.string()).meta({
    description: 'What changed in the shape of its files: `"Votes" disappeared`.',
  }),
});
/** How a feed does. */
export type FeedState = Immutable<z.infer<typeof feedState>>;

const publishing = z.object({
  publication: publication.nullable().meta({ description: "What readers have." }),
  pending: z.boolean(),
  behind: wholeNumber.meta({ description: "Revisions that readers don't have yet." }),
  lagSeconds: wholeNumber.meta({
    description: "Since the first of these was stored; 0 when there is none.",
  }),
  stuckSince: time.nullable().meta({
    description:
      "Since when readers have lacked something for longer than publishing takes; null: all is well.",
  }),
  nextAttemptAt: time.nullable(),
  failures: wholeNumber.meta({ description: "Failed attempts since the last one that didn't." }),
  lastError: z.object({ at: time, message: z.string() }).nullable(),
  clockDueAt: time
    .nullable()
    .meta({ description: "When the clock alone next changes what readers see." }),
});

export const deskSummary = z
  .object({
    race: raceId,
    revision: wholeNumber.meta({ description: "The last revision of all." }),
    hash: sha256.nullable().meta({
      description: "Its hash. Noted elsewhere, it proves later that no history was cut off.",
    }),
    sections: z.object(sections),
    publishing,
    held: wholeNumber.meta({ description: "How many changes wait to be released." }),
    feeds: z.array(feedState),
    faults: z.array(z.string()).default([]).meta({
      description:
        "What is wrong with race.json as it is stored: an older version took it. It stands in nobody’s way.",
    }),
  })
  .meta({ id: "DeskSummary", description: "How a desk does, for the people who work at it." });
export type DeskSummary = Immutable<z.infer<typeof deskSummary>>;
