import type { Section, SourceOf } from "../race/sections/index.ts";
import type { RaceSource } from "../race/schema/race.ts";
import type { Population } from "../race/sections/polls/source.ts";
import type { FileLook } from "./look.ts";
import type { ReadResult } from "./text/faults.ts";

/** What a file has for each section that it fills, as an editor keeps it. */
export type Bodies = { readonly [S in Section]?: SourceOf<S> };

/** What people say about a file beside what is inside. */
export type FileOptions = {
  /** A format's name; null looks inside. */
  readonly format: string | null;
  /** Id of the source to credit; files of others don't name one of the race's. */
  readonly source: string | null;
  /** Key or title of the contest, for a file that holds several. */
  readonly contest: string | null;
  /** When its numbers were true, for a file that doesn't say. */
  readonly asOf: string | null;
  /** The round that a results file counts. */
  readonly round: number;
  /** Whether a survey that asked several populations gives one poll or one for each. */
  readonly populations: "all" | "one";
  /** Takes only polls of this population; null takes any. */
  readonly population: Population | null;
};

/** Everything is left to the file. */
export const NOTHING_SAID: FileOptions = {
  format: null,
  source: null,
  contest: null,
  asOf: null,
  round: 1,
  populations: "all",
  population: null,
};

/** The race that a file is read for. */
export type RaceOfFile = {
  readonly race: RaceSource;
  /** Names under which it has its areas already. */
  readonly areas: readonly string[];
};

/** What a format's reader is told. */
export type FileRequest = Omit<FileOptions, "format" | "source" | "population"> &
  RaceOfFile & {
    /** How the file begins. */
    readonly look: FileLook;
    /** The section to fill; null fills whatever the file is about. */
    readonly section: Section | null;
    /** Id of the source to credit; empty for our own formats, whose rows name theirs. */
    readonly source: string;
  };

/** A contest that a file holds. */
export type ListedContest = {
  /** What `contest` names to pick it; unique inside the file. */
  readonly key: string;
  readonly title: string;
  /** Day of the election; null where the file doesn't say. */
  readonly date: string | null;
};

/** What a reader found in a file. */
export type Found = {
  readonly bodies: Bodies;
  /** All contests of a file that can hold several; the one that was read among them. */
  readonly contests: readonly ListedContest[];
};

/**
 * A format of files. Each has a folder here, and a line in `formats.ts`; whatever lists, tells
 * apart or reads formats goes by that line.
 */
export type Format = {
  /** What `--format` and `?format=` call it. It never changes, since races' feeds name it. */
  readonly name: string;
  /** What a sentence calls it: "this is an OpenElections CSV for results". */
  readonly title: string;
  /** The sections that its files can fill. */
  readonly sections: readonly Section[];
  /** Whether a file begins like one of this format, however damaged the rest is. */
  readonly looksLike: (look: FileLook) => boolean;
  /** Reads the whole file. Never throws: what is wrong is told as faults, all at once. */
  readonly read: (text: string, request: FileRequest) => ReadResult<Found>;
  /**
   * Topline's own formats only: rows name their sources, a file is all of its section, and the
   * reader holds it against the race itself, since it knows where in the text each row stands.
   */
  readonly own?: true;
};
