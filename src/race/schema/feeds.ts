import { z } from "zod";
import { line, localId } from "./common.ts";
import { FEED_SECTIONS } from "../sections/index.ts";
import { POPULATIONS } from "../sections/polls/source.ts";

/** Each fetch costs the operator's plan a request, and election offices aren't built for more. */
export const MIN_FEED_SECONDS = 30;
const MAX_FEED_SECONDS = 86_400;
const DEFAULT_FEED_SECONDS = 300;
const MAX_FEEDS = 20;

/** An address that the desk itself asks for new numbers, again and again. */
export const feed = z
  .strictObject({
    /** Names the feed in its health and as the author of its revisions. */
    id: localId,
    section: z.enum(FEED_SECTIONS),
    /** Where the file is. The operator lists the hosts that may be asked. */
    url: z.url({ protocol: /^https?$/, error: "must be an https address" }).max(2000),
    /** A format's name, as in `?format=`: `csv`, `fivethirtyeight`, `clarity-xml` … */
    format: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be the name of a format"),
    everySeconds: z
      .int()
      .min(MIN_FEED_SECONDS, `must be ${MIN_FEED_SECONDS} or more`)
      .max(MAX_FEED_SECONDS, `must be ${MAX_FEED_SECONDS} or less`)
      .default(DEFAULT_FEED_SECONDS),
    /** Whether the file is the whole section or only adds to it and corrects it. */
    apply: z.enum(["merge", "replace"]).default("merge"),
    /** The source that rows are credited to, where the file doesn't name one of the race's. */
    source: localId.nullable().default(null),
    /** Key or title of the contest, where the file holds several that fit. */
    contest: line.nullable().default(null),
    /** The round that a results file counts. */
    round: z.int().positive().default(1),
    /** Takes only polls of this population; null takes all, and the average one of each survey. */
    population: z.enum(POPULATIONS).nullable().default(null),
  })
  .meta({ id: "Feed" });
export type Feed = z.infer<typeof feed>;

export const feeds = z
  .array(feed)
  .max(MAX_FEEDS, `must be ${MAX_FEEDS} feeds or fewer`)
  .superRefine((list, context) => {
    const seen = new Set<string>();
    for (const [i, { id }] of list.entries()) {
      if (seen.has(id))
        context.addIssue({ code: "custom", path: [i, "id"], message: "another feed has this id" });
      seen.add(id);
    }
  });
