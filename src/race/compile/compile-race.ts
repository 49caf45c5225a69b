import { averagePolls } from "../average/average.ts";
import { eligiblePolls } from "../average/eligible.ts";
import { trend } from "../average/trend.ts";
import { isKnown, localDate } from "../dates.ts";
import type { Section } from "../schema/common.ts";
import type { RaceData } from "../schema/data.ts";
import type { Average, PollsSummary, RaceDocument } from "../schema/document.ts";
import type { Sections } from "../schema/sections.ts";
import { NEXT_SECONDS, statusAt } from "../status.ts";
import { disagreement } from "../wording/disagreement.ts";
import { compileMoney } from "../sections/money/compile-money.ts";
import { compileAreas, compileResults } from "../sections/results/compile-results.ts";
import { compileTurnout } from "../sections/turnout/compile-turnout.ts";
import { namedSources } from "./named-sources.ts";
import { recentPolls } from "../sections/polls/recent-polls.ts";

export type Stamp = { readonly revision: number; readonly updatedAt: string };

export type CompileContext = Stamp & {
  /** The moment to compute for, unless the race pins its own clock. */
  readonly now: string;
  readonly publication: number;
  /** When each section last changed, where that is known apart; else the race's own stamp. */
  readonly sections?: Partial<Record<Section, Stamp>>;
  /** Until when each section's feed promises to be fresh. */
  readonly freshUntil?: Partial<Record<Section, string | null>>;
};

export type Compiled = { readonly document: RaceDocument; readonly sections: Sections };

/**
 * Everything readers see, computed once from what editors keep. Pure: the same data and context
 * give the same bytes. The data must have passed checkRaceData.
 */
export function compileRace(data: RaceData, context: CompileContext): Compiled {
  const { race } = data;
  const asOf = race.asOf ?? context.now;
  const today = localDate(asOf, race.timeZone);
  const candidates = race.candidates.map((c) => c.id);
  const polls = data.polls && compilePolls(data, asOf);
  const turnout = data.turnout && compileTurnout(data.turnout, race.turnout, today);
  const results =
    data.results && compileResults(data.results, { candidates, calls: callsBy(data, asOf) });
  const money = data.money && compileMoney(data.money, candidates, today);
  const bodies = {
    ...(polls && { polls: polls.summary }),
    ...(turnout && { turnout }),
    ...(results && { results }),
    ...(money && { money }),
  };
  const status = statusAt(race, asOf);
  const certified = status === "certified" ? race.certified : null;
  const document: RaceDocument = {
    schema: 1,
    id: race.id,
    title: race.title,
    office: race.office,
    es: race.es,
    jurisdiction: race.jurisdiction,
    timeZone: race.timeZone,
    electionDate: race.electionDate,
    voting: race.voting,
    electionType: race.electionType,
    rule: race.rule,
    status,
    test: race.test,
    // A running clock shows the time of publication; that alone makes no publication new.
    asOf: race.asOf ?? context.updatedAt,
    candidates: race.candidates.map(({ aliases: _aliases, ...candidate }) => candidate),
    ...bodies,
    sources: namedSources({ ...bodies, certified }, race.sources),
    corrections: race.corrections,
    certified,
    revision: context.revision,
    publication: context.publication,
    updatedAt: context.updatedAt,
    staleAfter: staleAfter(data, bodies, context),
    next: NEXT_SECONDS[status],
  };
  const head = <S extends Section>(section: S, body: unknown) => {
    const { revision, updatedAt } = context.sections?.[section] ?? context;
    const sources = namedSources(body, race.sources);
    return { schema: 1 as const, race: race.id, section, revision, updatedAt, sources };
  };
  const sections: Sections = {
    ...(polls && {
      polls: {
        ...head("polls", [polls.summary, data.polls]),
        average: polls.average,
        published: polls.summary.published,
        polls: data.polls?.polls ?? [],
      },
    }),
    ...(data.turnout && {
      turnout: {
        ...head("turnout", [turnout, data.turnout]),
        turnout,
        counts: data.turnout.counts,
      },
    }),
    ...(data.results && {
      results: {
        ...head("results", [results, data.results]),
        results,
        areas: compileAreas(data.results),
        counts: data.results.counts,
      },
    }),
    ...(data.money && {
      money: { ...head("money", [money, data.money]), money, entries: data.money.entries },
    }),
  };
  return { document, sections };
}

/** The document's summary, and the average with every poll's weight for the section. */
function compilePolls(
  data: RaceData,
  asOf: string,
): { readonly summary: PollsSummary; readonly average: Average } {
  const { race } = data;
  const polls = data.polls?.polls ?? [];
  const options = {
    settings: race.polls.average,
    candidates: race.candidates,
    // Polls are about the vote to come: when it has ended, their average stands still.
    asOf: earlier(asOf, race.voting.closes),
    timeZone: race.timeZone,
  };
  const average = averagePolls(polls, options);
  const known = new Set(eligiblePolls(polls, options).map((poll) => poll.id));
  const published = race.polls.published.filter((p) => isKnown(p.asOf, asOf, race.timeZone));
  const recent = recentPolls(polls.filter((poll) => known.has(poll.id)));
  const shown = new Set(recent.map((poll) => poll.id));
  return {
    average,
    summary: {
      average: { ...average, inputs: average.inputs.filter(({ poll }) => shown.has(poll)) },
      published,
      disagreement: disagreement(published, average, race.candidates),
      recent,
      count: polls.length,
      trend: trend(polls, options),
    },
  };
}

function earlier(a: string, b: string): string {
  return Date.parse(a) < Date.parse(b) ? a : b;
}

/** A race with a pinned clock is a picture of one moment: calls made later aren't in it. */
function callsBy({ race }: RaceData, asOf: string) {
  return race.calls.filter((call) => Date.parse(call.at) <= Date.parse(asOf));
}

function staleAfter(
  { race }: RaceData,
  bodies: Partial<Record<Section, unknown>>,
  context: CompileContext,
): RaceDocument["staleAfter"] {
  const names = Object.keys(bodies) as Section[];
  return Object.fromEntries(
    names.map((name) => [name, race.asOf === null ? (context.freshUntil?.[name] ?? null) : null]),
  );
}
