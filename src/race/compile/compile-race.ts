import { LANGUAGE_TAGS } from "../../wording/languages.ts";
import { earlier, knownAt, localDate } from "../dates.ts";
import type { RaceData } from "../schema/data.ts";
import type { ToldCorrection } from "../schema/corrections.ts";
import type { Silence } from "../schema/quiet.ts";
import type { RaceDocument } from "../schema/document.ts";
import { type Marks, NO_MARKS } from "../schema/marks.ts";
import {
  DEFINITIONS,
  type Section,
  SECTIONS,
  type Sections,
  type SectionSources,
  type SummaryOf,
} from "../sections/index.ts";
import { certificatesBy, NEXT_SECONDS, statusAt } from "../status.ts";
import { uncalled } from "../sections/calls/source.ts";
import { contestOf } from "./contest-of.ts";
import { knownData } from "./known-data.ts";
import { namedSources } from "./named-sources.ts";
import { passOn, type PassedOn } from "./pass-on.ts";
import { audible, isSilent, silenced, silences } from "./quiet.ts";

export type Stamp = { readonly revision: number; readonly updatedAt: string };

export type CompileContext = Stamp & {
  /** The moment to compute for, unless the race pins its own clock. */
  readonly now: string;
  readonly publication: number;
  /** When each section last changed, where that is known apart; else the race's own stamp. */
  readonly sections?: Partial<Record<Section, Stamp>>;
  /** Until when each section's feed promises to be fresh. */
  readonly freshUntil?: Partial<Record<Section, string | null>>;
  /** The latest corrections as readers get them; unless told, those that race.json has. */
  readonly corrections?: readonly ToldCorrection[];
  /** What the desk says of the numbers; nothing unless told. */
  readonly marks?: Marks;
};

export type Compiled = { readonly document: RaceDocument; readonly sections: Sections };

/**
 * Everything readers see, computed once from what editors keep. Pure: the same data and context
 * give the same bytes. The data must have passed checkRaceData.
 */
export function compileRace(data: RaceData, context: CompileContext): Compiled {
  const { timeZone, asOf } = data.race;
  const moment = asOf ?? context.now;
  const quiet = silences(data.race, [moment, context.now]);
  // A clock that is pinned ahead opens no embargo.
  const known = silenced(knownData(data, knownAt(earlier(moment, context.now), timeZone)), quiet);
  const compiled = SECTIONS.flatMap((name) => {
    const section = compileSection(name, known, quiet, moment);
    return section === null ? [] : [{ name, section }];
  });
  const summaries: Summaries = Object.fromEntries(
    compiled.flatMap(({ name, section: { summary } }) => (summary ? [[name, summary]] : [])),
  );
  const sections: Sections = Object.fromEntries(
    compiled.map(({ name, section: { full, withheld } }) => [
      name,
      { ...headOf(name, { full, withheld }, known, context), withheld, ...full },
    ]),
  );
  return { document: documentOf(known, quiet, summaries, context), sections };
}

type Summaries = { readonly [S in Section]?: SummaryOf<S> };

/** Null for a section that nobody has filled. */
function compileSection<S extends Section>(
  name: S,
  data: RaceData,
  quiet: readonly Silence[],
  asOf: string,
): PassedOn<S> | null {
  const sources: SectionSources = data;
  const source = sources[name] ?? DEFINITIONS[name].unfilled?.(data, asOf) ?? null;
  const clock = { asOf, today: localDate(asOf, data.race.timeZone) };
  if (source === null) return null;
  return passOn(name, DEFINITIONS[name].compile(source, data, clock), data.race, quiet);
}

function headOf(section: Section, body: unknown, { race }: RaceData, context: CompileContext) {
  const { revision, updatedAt } = context.sections?.[section] ?? context;
  const sources = namedSources(body, race.sources);
  return { schema: 1, race: race.id, section, revision, updatedAt, sources };
}

function documentOf(
  { race, calls }: RaceData,
  quiet: readonly Silence[],
  summaries: Summaries,
  context: CompileContext,
): RaceDocument {
  const now = race.asOf ?? context.now;
  const status = statusAt({ race, calls }, now);
  const certified = certificatesBy(race, now);
  const contest = contestOf(race, quiet);
  return {
    schema: 1,
    id: race.id,
    title: race.title,
    office: race.office,
    languages: race.languages ?? LANGUAGE_TAGS,
    translations: race.translations,
    jurisdiction: race.jurisdiction,
    timeZone: race.timeZone,
    electionDate: race.electionDate,
    voting: race.voting,
    electionType: race.electionType,
    rule: race.rule,
    ...contest,
    status,
    test: race.test,
    // A running clock shows the time of publication; that alone makes no publication new.
    asOf: race.asOf ?? context.updatedAt,
    candidates: race.candidates.map(({ aliases: _aliases, ...candidate }) => candidate),
    ...(quiet.length > 0 && { quiet: [...quiet] }),
    ...summaries,
    sources: namedSources({ ...summaries, certified, contest }, race.sources),
    corrections: audible(context.corrections ?? race.corrections, quiet),
    certified,
    ...stateOfCalls(calls, status),
    ...marksOf(context, quiet),
    revision: context.revision,
    publication: context.publication,
    updatedAt: context.updatedAt,
    staleAfter: Object.fromEntries(
      (Object.keys(summaries) as Section[]).map((name) => [
        name,
        race.asOf === null ? (context.freshUntil?.[name] ?? null) : null,
      ]),
    ),
    next: NEXT_SECONDS[status],
  };
}

/** That it isn't called yet is said until somebody has called it. */
function stateOfCalls(calls: RaceData["calls"], status: RaceDocument["status"]) {
  const open = status === "called" || status === "certified" ? null : uncalled(calls?.calls ?? []);
  if (open === null) return {};
  const { outcome: value, caller: by, at, basis: why = null, source } = open;
  return { callState: { value, by, at, why, source } };
}

/** What a document says of how its numbers are kept. */
export function marksOf(
  { marks = NO_MARKS }: Pick<CompileContext, "marks">,
  quiet: readonly Silence[] | undefined,
) {
  const { underReview, pins, paused, revisions, callChanges } = marks;
  return {
    underReview: [...underReview],
    pins: [...pins],
    paused: [...paused],
    revisions: audible(revisions, quiet),
    callChanges: isSilent("calls", quiet) ? [] : [...callChanges],
  };
}
