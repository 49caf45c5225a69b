import type { z } from "zod";
import type { RaceFacts } from "../schema/race-facts.ts";
import type { SectionDefinition } from "./definition.ts";
import { calls } from "./calls/index.ts";
import { history } from "./history/index.ts";
import { money } from "./money/index.ts";
import { polls } from "./polls/index.ts";
import { results } from "./results/index.ts";
import { timeline } from "./timeline/index.ts";
import { turnout } from "./turnout/index.ts";

/**
 * The bodies of data a race can have, each with its own source and rhythm. This is the one list of
 * them: schemas, types, addresses, merges, checks and changes are all derived from it.
 */
const SECTION = { polls, turnout, results, calls, money, history, timeline } as const;

export type Section = keyof typeof SECTION;
export const SECTIONS = Object.keys(SECTION) as readonly Section[] as readonly [
  Section,
  ...Section[],
];

/** What an editor keeps of a section. */
export type SourceOf<S extends Section> = z.infer<(typeof SECTION)[S]["source"]>;
/** What the race document says of it. */
export type SummaryOf<S extends Section> = z.infer<(typeof SECTION)[S]["summary"]>;
/** What its own address says. */
export type FullOf<S extends Section> = z.infer<(typeof SECTION)[S]["full"]>;

/** What editors keep of each section; null for one that nobody has filled yet. */
export type SectionSources = { readonly [S in Section]: SourceOf<S> | null };
/** The sections of a race in full, those that have been filled. */
export type Sections = { readonly [S in Section]?: FullOf<S> };

/** Facts and sections together: what the definitions are asked about. */
type Data = { readonly race: RaceFacts } & SectionSources;

/** The definition of each section, by its name. */
export const DEFINITIONS: {
  readonly [S in Section]: SectionDefinition<SourceOf<S>, SummaryOf<S>, FullOf<S>, Data>;
} = SECTION;

/** The schema of what an editor keeps, by section. */
export const sectionSources = mapSections(({ source }) => source) as {
  readonly [S in Section]: z.ZodType<SourceOf<S>>;
};

/** The sections' part of the race document: each is there once it has something to say. */
export const sectionSummaries = mapSections(({ summary }) => summary.optional()) as {
  readonly [S in Section]: z.ZodOptional<(typeof SECTION)[S]["summary"]>;
};

type Fed = { [S in Section]: (typeof SECTION)[S]["fedBy"] extends "feed" ? S : never }[Section];
/** Sections that a feed may fill by itself. */
export type FeedSection = Fed;
export const FEED_SECTIONS = SECTIONS.filter(
  (name): name is FeedSection => SECTION[name].fedBy === "feed",
);

type PartsOf<S extends Section> = (typeof SECTION)[S] extends { readonly quiet: infer Parts }
  ? keyof Parts & string
  : never;
/** What a law can silence: a section, or a part of one. */
export type Quieted = Section | { [S in Section]: PartsOf<S> }[Section];
/** Each with the section that it is of. */
export const QUIETED = Object.fromEntries(
  SECTIONS.flatMap((name) => {
    const { quiet } = DEFINITIONS[name];
    return [name, ...Object.keys(quiet ?? {})].map((what) => [what, name]);
  }),
) as { readonly [Q in Quieted]: Section };

/** A race none of whose sections has been filled. */
export const NO_SECTIONS = mapSections(() => null) satisfies SectionSources;

/** One value for each section, by its name. */
export function mapSections<T>(
  valueOf: (definition: (typeof SECTION)[Section], name: Section) => T,
): { readonly [S in Section]: T } {
  return Object.fromEntries(SECTIONS.map((name) => [name, valueOf(SECTION[name], name)])) as {
    [S in Section]: T;
  };
}
