import { z } from "zod";
import { callChange } from "../sections/calls/changes.ts";
import { SECTIONS, sectionSummaries } from "../sections/index.ts";
import { callState } from "../sections/calls/summary.ts";
import { readersCandidate } from "./candidate.ts";
import { contestShape } from "./contest.ts";
import { count, date, instant, languageTag, line, raceId } from "./common.ts";
import { silence } from "./quiet.ts";
import { toldCorrection } from "./corrections.ts";
import { raceSource } from "./race.ts";
import { paused, pinned, sourceRevision, underReview } from "./marks.ts";
import { source } from "./race-facts.ts";
import { tabulation } from "./tabulation.ts";

export const STATUSES = ["upcoming", "voting", "counting", "called", "certified"] as const;
export const status = z.enum(STATUSES);
export type Status = z.infer<typeof status>;

const { tabulations: _, ...contestDocument } = contestShape;

export const raceDocument = z
  .object({
    schema: z.literal(1),
    id: raceId,
    title: line,
    office: line,
    languages: z.array(languageTag).min(1),
    translations: raceSource.shape.translations,
    jurisdiction: raceSource.shape.jurisdiction,
    timeZone: z.string(),
    electionDate: date,
    voting: z.object({ opens: instant, closes: instant, firstCloses: instant.optional() }),
    electionType: raceSource.shape.electionType,
    rule: raceSource.shape.rule,
    ...contestDocument,
    /** The latest run over ballots that rank. */
    tabulation: tabulation.optional(),
    status,
    test: z.boolean(),
    /** The moment everything here is computed for. */
    asOf: instant,
    candidates: z.array(readersCandidate),
    /** Which figures a law forbids to show now; absent where none does. */
    quiet: z.array(silence).min(1).optional(),
    ...sectionSummaries,
    sources: z.array(source),
    /** The latest of ours, the last one last; the race’s log has all. */
    corrections: z.array(toldCorrection),
    certified: raceSource.shape.certified,
    /** That it is too early or too close to call, as far as somebody says so and nobody has called. */
    callState: callState.optional(),
    /** Numbers that stay as they were until somebody has looked at what came for them. */
    underReview: z.array(underReview),
    /** Figures that an editor holds against the feed. */
    pins: z.array(pinned),
    /** Sections that stand still on purpose. */
    paused: z.array(paused),
    /** Numbers that their own sources lowered, the latest last: no corrections of ours. */
    revisions: z.array(sourceRevision),
    /** Calls that were made, changed and withdrawn, the latest last. */
    callChanges: z.array(callChange),
    revision: count,
    publication: count,
    updatedAt: instant,
    /** Per section, until when it counts as fresh; null means it doesn't age. */
    staleAfter: z.partialRecord(z.enum(SECTIONS), instant.nullable()),
    /** Seconds after which a card should ask again; 0: never. */
    next: count,
  })
  .meta({ id: "Race" });
export type RaceDocument = z.infer<typeof raceDocument>;
