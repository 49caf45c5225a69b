import { z } from "zod";
import { count, date, instant, line, localId, percent, raceId } from "../schema/common.ts";
import { type RaceDocument, raceDocument, status } from "../schema/document.ts";
import { source } from "../schema/race-facts.ts";
import { CALL_OUTCOMES } from "../sections/calls/outcomes.ts";
import { reporting } from "../sections/results/summary.ts";

/** The sections whose figures a brief gives. */
const SHOWN: readonly string[] = ["results", "calls"];

/** How many of its candidates a race is shown by where many races are. */
const LEADING = 3;

const leading = z
  .object({
    candidate: localId,
    /** The short name. */
    name: line,
    /** The party's code; absent where there is none. */
    party: z.string().optional(),
    /** Null while nothing is counted. */
    votes: count.nullable(),
    share: percent.nullable(),
    /** What a caller says; never the numbers. */
    status: z.enum(CALL_OUTCOMES).nullable(),
  })
  .meta({ id: "LeadingCandidate" });
export type Leading = z.infer<typeof leading>;

const briefCall = z.object({
  candidate: localId.nullable(),
  outcome: z.enum(CALL_OUTCOMES),
  caller: line,
  at: instant,
});

/** What lists and boards say of a race: taken from one publication of it, and never computed anew. */
export const raceBrief = z
  .object({
    id: raceId,
    title: line,
    office: line,
    jurisdiction: raceDocument.shape.jurisdiction,
    timeZone: z.string(),
    electionDate: date,
    electionType: raceDocument.shape.electionType,
    status,
    test: z.boolean(),
    /** How many candidates there are. */
    candidates: count,
    /** Those called, then those with most votes; before the count in the order of the race. */
    leading: z.array(leading).max(LEADING),
    votes: count.nullable(),
    reporting: reporting.nullable(),
    /** The expected vote that is counted, in percent, and who estimates it. */
    expected: z.object({ percent, by: line }).nullable(),
    calls: z.array(briefCall),
    sources: z.array(source),
    /** Which publication of the race this is of, and the moment that is computed for. */
    publication: count,
    asOf: instant,
    updatedAt: instant,
    next: count,
    /** The law that forbids now to show the results or calls that older publications show. */
    quiet: z.object({ law: z.string(), to: z.string() }).optional(),
  })
  .meta({ id: "RaceBrief" });
export type RaceBrief = z.infer<typeof raceBrief>;

/** What lists and boards say of the race that this document is of. */
export function briefOf(document: RaceDocument): RaceBrief {
  const { results, calls = [] } = document;
  const round = results?.rounds.at(-1);
  // Publications of version 0.1.0 say nothing of the state of a count.
  const expected = (results as Partial<typeof results>)?.count?.expected;
  const latest = round?.n ?? Math.max(1, ...calls.map((call) => call.round));
  const called = calls.filter((call) => call.round === latest);
  const used = new Set([results?.source, ...called.map((call) => call.source)]);
  const silence = document.quiet?.find(
    ({ what, section }) => what === section && SHOWN.includes(section),
  );
  return {
    id: document.id,
    title: document.title,
    office: document.office,
    jurisdiction: document.jurisdiction,
    timeZone: document.timeZone,
    electionDate: document.electionDate,
    electionType: document.electionType,
    status: document.status,
    test: document.test,
    candidates: document.candidates.length,
    leading: leadingOf(document, round, called),
    votes: round?.votes ?? null,
    reporting: round?.reporting ?? null,
    expected: expected ? { percent: expected.percent, by: expected.by } : null,
    calls: called.map(({ candidate, outcome, caller, at }) => ({
      candidate,
      outcome,
      caller,
      at,
    })),
    sources: document.sources.filter(({ id }) => used.has(id)),
    publication: document.publication,
    asOf: document.asOf,
    updatedAt: document.updatedAt,
    next: document.next,
    ...(silence && { quiet: { law: silence.law, to: silence.to } }),
  };
}

type Round = NonNullable<RaceDocument["results"]>["rounds"][number];

/** A candidate who is called but trails is shown all the same: the check belongs to somebody. */
function leadingOf(
  { candidates }: RaceDocument,
  round: Round | undefined,
  calls: NonNullable<RaceDocument["calls"]>,
): Leading[] {
  const tallies = new Map(round?.candidates.map((tally) => [tally.candidate, tally]));
  const order = [...tallies.keys(), ...candidates.map(({ id }) => id)];
  const outcome = (id: string) => calls.find(({ candidate }) => candidate === id)?.outcome ?? null;
  const all = [...new Set(order)].flatMap((id): Leading[] => {
    const candidate = candidates.find((one) => one.id === id);
    if (candidate === undefined) return [];
    const { votes = null, share = null } = tallies.get(id) ?? {};
    const { shortName: name, party } = candidate;
    return [
      {
        candidate: id,
        name,
        ...(party && { party: party.code }),
        votes,
        share,
        status: outcome(id),
      },
    ];
  });
  const top = all.slice(0, LEADING);
  const missed = all.slice(LEADING).filter((one) => one.status !== null);
  return [...top.slice(0, LEADING - Math.min(missed.length, LEADING)), ...missed.slice(0, LEADING)];
}
