import type { Section, SourceOf } from "../race/sections/index.ts";
import type { RaceSource } from "../race/schema/race.ts";
import type { Population } from "../race/sections/polls/source.ts";
import type { Call } from "../race/sections/calls/source.ts";
import type { ListedArea } from "../race/sections/results/listed-areas.ts";
import { type CellsSaid, NOTHING_SAID_OF_CELLS } from "./sheet/local-cells.ts";
import type { Encoding } from "../race/schema/written.ts";
import type { FileLook } from "./look.ts";
import type { Contest, ListedContest } from "./match/contests.ts";
import type { Outline } from "./match/outline.ts";
import type { ReadResult } from "./text/faults.ts";

/** What a file has for each section that it fills, as an editor keeps it. */
export type Bodies = { readonly [S in Section]?: SourceOf<S> };

/** What people say about a file beside what is inside. */
export type FileOptions = CellsSaid & {
  /** How its text is encoded where it isn't UTF-8 and doesn't say so. */
  readonly encoding: Encoding | null;
  /** A format's name; null looks inside. */
  readonly format: string | null;
  /** Id of the source to credit; files of others don't name one of the race's. */
  readonly source: string | null;
  /** Key or title of the contest, for a file that holds several. */
  readonly contest: string | null;
  /** The name of a workbook's sheet, where several could be meant. */
  readonly sheet: string | null;
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
  sheet: null,
  asOf: null,
  round: 1,
  populations: "all",
  population: null,
  encoding: null,
  ...NOTHING_SAID_OF_CELLS,
};

/** The race that a file is read for. */
export type RaceOfFile = {
  readonly race: RaceSource;
  /** Names under which it has its areas already. */
  readonly areas: readonly string[];
  /** The calls it has already: a file that doesn't say when they were made keeps their times. */
  readonly calls?: readonly Call[];
};

/** Hears how far a long file is read: rows so far, and which part of the work, 0 to 1. */
export type Progress = (rows: number, part: number) => void;

/** What a format's reader is told. */
export type FileRequest = Omit<
  FileOptions,
  "format" | "source" | "population" | "sheet" | "encoding"
> &
  RaceOfFile & {
    /** The format's own name. */
    readonly format: string;
    readonly progress?: Progress;
    /** How the file begins. */
    readonly look: FileLook;
    /** The section to fill; null fills whatever the file is about. */
    readonly section: Section | null;
    /** Id of the source to credit; empty for our own formats, whose rows name theirs. */
    readonly source: string;
  };

/** Somebody with many votes whom the race doesn't list; a person decides whether they are others. */
export type Unlisted = { readonly name: string; readonly votes: number; readonly percent: number };

/** What a reader found in a file. */
export type Found = {
  readonly bodies: Bodies;
  /** All contests of a file that can hold several; the one that was read among them. */
  readonly contests: readonly ListedContest[];
  /** Places of the contest that the race doesn't list yet, as race.json would list them. */
  readonly areas?: readonly ListedArea[];
  /** The one of them that was read, where a file can hold several. */
  readonly contest?: ListedContest;
  /** Whose calls of the contest the file has all of, as of then: one that it lacks was withdrawn. */
  readonly caller?: { readonly name: string; readonly at: string | null };
  /** Whom a count has beside the race's candidates with more votes than readers could miss. */
  readonly unlisted?: readonly Unlisted[];
};

/** A file cut into small ones, by contest. */
export type FileParts = {
  /** By the contest's key. */
  readonly parts: ReadonlyMap<string, string>;
  /** The address that gives only what has changed since; null where there is none. */
  readonly next: string | null;
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
  /** The columns without which a table is none of this format: one list for each of its forms. */
  readonly tables?: readonly (readonly string[])[];
  /** Reads the whole file. Never throws: what is wrong is told as faults, all at once. */
  readonly read: (text: string, request: FileRequest) => ReadResult<Found>;
  /**
   * Topline's own formats only: rows name their sources, a file is all of its section, and the
   * reader holds it against the race itself, since it knows where in the text each row stands.
   */
  readonly own?: true;
  /** What its publisher is called among a race's sources, by id or by name. */
  readonly publisher?: RegExp;
  /** All contests of a file, for those who make races of them or hand them to many. */
  readonly contests?: (text: string) => ReadResult<readonly Contest[]>;
  /** What a file says of races that aren't there yet. */
  readonly outlines?: (text: string) => ReadResult<readonly Outline[]>;
  /**
   * Cuts a file into parts by contest, for feeds that many races share and whose later answers have
   * only what has changed. `join` of the same format puts them together again.
   */
  readonly parts?: (text: string) => ReadResult<FileParts>;
  readonly join?: (parts: readonly string[]) => string;
};
