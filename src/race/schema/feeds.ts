import { z } from "zod";
import { line, localId } from "./common.ts";
import { FEED_SECTIONS } from "../sections/index.ts";
import { DAY_ORDERS, DECIMALS, ENCODINGS } from "./written.ts";
import { POPULATIONS } from "../sections/polls/source.ts";

/** Each fetch costs the operator's plan a request, and election offices aren't built for more. */
export const MIN_FEED_SECONDS = 30;
const MAX_FEED_SECONDS = 86_400;
const DEFAULT_FEED_SECONDS = 300;
const MAX_FEEDS = 20;

const MAX_HEADERS = 5;
/** What a request says by itself, and what a server would take for another request's. */
const OWN_HEADERS =
  /^(host|connection|content-.*|transfer-encoding|expect|te|upgrade|cookie|if-.*|user-agent|accept-encoding)$/i;

/** A secret that the operator has set, by the name of its binding. */
export const secretName = z
  .string()
  .regex(
    /^TOPLINE_SECRET_[A-Z0-9_]{1,60}$/,
    "must be the name of a secret, TOPLINE_SECRET_ and letters, digits or _: a value has no place here",
  );

const headers = z
  .record(
    z
      .string()
      .regex(/^[A-Za-z0-9-]{1,60}$/, "must be a header's name, like x-api-key")
      .refine((name) => !OWN_HEADERS.test(name), "is a header that the desk sets itself"),
    secretName,
  )
  .refine((all) => Object.keys(all).length <= MAX_HEADERS, `must be ${MAX_HEADERS} or fewer`);

/** An address that the desk itself asks for new numbers, again and again. */
export const feed = z
  .strictObject({
    /** Names the feed in its health and as the author of its revisions. */
    id: localId,
    /** The section to fill; null fills all that the file has, in one step. */
    section: z.enum(FEED_SECTIONS).nullable().default(null),
    /** Where the file is. The operator lists the hosts that may be asked. */
    url: z.url({ protocol: /^https?$/, error: "must be an https address" }).max(2000),
    /** Headers by name, each with the secret that holds its value: no value is ever stored here. */
    headers: headers.default({}),
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
    /** The sheet of a workbook, where several could be meant. */
    sheet: line.nullable().default(null),
    /** How dates like 10/1/26 are meant, where the file leaves a doubt. */
    dates: z.enum(DAY_ORDERS).nullable().default(null),
    /** What stands before decimals, where the file leaves a doubt. */
    decimal: z.enum(DECIMALS).nullable().default(null),
    /** How its text is encoded, where that isn't UTF-8. */
    encoding: z.enum(ENCODINGS).nullable().default(null),
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
