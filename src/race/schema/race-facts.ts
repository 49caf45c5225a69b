import { z } from "zod";
import { historySettings } from "../sections/history/settings.ts";
import { pollsSettings } from "../sections/polls/settings.ts";
import { turnoutSettings } from "../sections/turnout/settings.ts";
import { candidate } from "./candidate.ts";
import { contestShape, RULES_OF_WINNING } from "./contest.ts";
import { area, countFacts } from "./count.ts";
import { date, instant, languageTag, line, localId, raceId, webAddress } from "./common.ts";

export { candidate, type Candidate } from "./candidate.ts";

/** Whoever published a number. */
export const source = z
  .strictObject({
    id: localId,
    name: line,
    url: webAddress.optional(),
    /** `card`: its figures may be shown, but not passed on as data. Absent: they may be both. */
    redistribution: z.literal("card").optional(),
  })
  .meta({ id: "Source" });

/** An office's word that the count is final. */
export const certificate = z
  .strictObject({
    by: line,
    at: instant,
    source: localId,
    /** Whose count it certifies: counties do first, the state later. */
    level: z.enum(["local", "county", "state", "national"]).optional(),
    /** The moment of an earlier certificate that it takes the place of. */
    supersedes: instant.optional(),
  })
  .meta({ id: "Certificate" });

/** How suspicious the desk is of a change that is well formed. */
const gateSettings = z
  .strictObject({
    /** A total or an amount that grows by more than this factor at once is held. */
    jumpFactor: z.number().min(1.5, "must be 1.5 or more").max(1000).default(10),
    /** Ballots of a comparable election; more than 1.3 times as many are held. */
    comparableBallots: z.int().positive().nullable().default(null),
    /** Whether a held change must be released by somebody other than its sender. */
    secondPerson: z.boolean().default(false),
  })
  .meta({ id: "GateSettings" });

/**
 * race.json without what names sections: all that a section may need to know of its race. The
 * registry of sections stands between the two.
 */
export const raceFacts = z.strictObject({
  schema: z.literal(1).default(1),
  id: raceId,
  title: line,
  office: line,
  /** The languages the race is shown in, the one of its names first; all there are unless told. */
  languages: z.array(languageTag).min(1).max(20).optional(),
  /** The same names in other languages, where they differ. */
  translations: z
    .record(
      languageTag,
      z.strictObject({
        title: line.optional(),
        office: line.optional(),
        yesMeans: line.optional(),
        noMeans: line.optional(),
      }),
    )
    .default({}),
  jurisdiction: z.strictObject({
    name: line,
    ocdId: z
      .string()
      .regex(
        /^ocd-division\/country:[a-z]{2}(\/[a-z_]+:[^/\s]+)*$/,
        "must be an Open Civic Data division id",
      ),
  }),
  timeZone: z.string().refine(isTimeZone, "must be a time zone name like America/New_York"),
  electionDate: date,
  voting: z
    .strictObject({
      opens: instant,
      /** When the last polls close. */
      closes: instant,
      /** When the first polls close, where they differ: from then on there may be counts. */
      firstCloses: instant.optional(),
    })
    .refine((v) => Date.parse(v.opens) < Date.parse(v.closes), "opens must be before closes")
    .refine(({ opens, closes, firstCloses }) => {
      if (firstCloses === undefined) return true;
      const first = Date.parse(firstCloses);
      return Date.parse(opens) < first && first <= Date.parse(closes);
    }, "firstCloses must be after opens, and not after closes"),
  electionType: z.enum([
    "general",
    "primary",
    "special",
    "runoff",
    "special_runoff",
    "primary_runoff",
    "referendum",
    "retention",
    "recall",
  ]),
  rule: z.enum(RULES_OF_WINNING).default("plurality"),
  ...contestShape,
  /** A rehearsal: its cards carry a mark that page styles can't remove. */
  test: z.boolean().default(false),
  /** Pins the race's clock; null lets it run. */
  asOf: instant.nullable().default(null),
  candidates: z.array(candidate).min(1).max(100),
  sources: z.array(source).default([]),
  /** All areas that count, so that what has reported is told of all of them. */
  areas: z.array(area).max(5000).default([]),
  /**
   * Which contest it is in files that hold several: titles, or a format's name and its key of the
   * contest, `ap:7582`. Never shown.
   */
  contests: z.array(line).max(50).default([]),
  /** What the office says of its count. */
  count: countFacts.prefault({}),
  polls: pollsSettings,
  turnout: turnoutSettings,
  history: historySettings,
  /** Each office that certified the count: who, when, and where it says so. One may stand alone. */
  certified: z.preprocess(asList, z.array(certificate)).default([]),
  gate: gateSettings.prefault({}),
});

export type RaceFacts = z.infer<typeof raceFacts>;
export type Source = z.infer<typeof source>;
export type Certificate = z.infer<typeof certificate>;

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function asList(value: unknown): unknown {
  if (value === null) return [];
  return typeof value === "object" && !Array.isArray(value) ? [value] : value;
}
