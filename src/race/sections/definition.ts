import type { z } from "zod";
import type { List } from "../diff/list.ts";
import type { Issue } from "../checked.ts";
import type { SectionHead } from "../schema/section-head.ts";

/** The moment that everything is computed for. */
export type Clock = {
  /** An instant, ISO 8601 with its zone. */
  readonly asOf: string;
  /** The race's local date at that moment. */
  readonly today: string;
};

/** A section as readers get it. */
export type CompiledSection<Summary, Full> = {
  /** What the race document says of it; null where there is nothing to say yet. */
  readonly summary: Summary | null;
  readonly full: Body<Full>;
};

/** When a figure became known, and when what it tells of ended: dates, or moments of the first. */
export type DatedFigure = { readonly known: string; readonly ended: string };

/** A time of silence, seen from one race. */
export type QuietPeriod = {
  readonly from: string;
  readonly timeZone: string;
  readonly electionDate: string;
};

/** What a section's address says after the head that all sections share. */
export type Body<Full> = Omit<Full, keyof SectionHead>;

/** Whether what names this source may be passed on as data. */
export type MayPass = (figure: { readonly source: string }) => boolean;

/** One row of the list in a section's body. */
export type RowOf<Source> = Source[keyof Source] extends readonly (infer Row)[] ? Row : never;

/**
 * All that a section is. `Data` is what it needs of a race: the race's facts, its own source and
 * perhaps that of another section, each under its name.
 */
export type SectionDefinition<Source, Summary, Full, Data> = {
  /** The body that an editor keeps: an object with one list of rows. */
  readonly source: z.ZodType<Source>;
  readonly rows: {
    /** The list's name in that body: `counts` of `{ "counts": […] }`. */
    readonly list: keyof Source & string;
    readonly schema: z.ZodObject;
    /** What one row is called, for counting: "turnout count". */
    readonly name: string;
    /** From when readers may know a row: a moment, or a date, which begins at local midnight. */
    readonly knownFrom: (row: RowOf<Source>) => string;
    /** When what a row tells of ended, where that isn't the same. */
    readonly endedOn?: (row: RowOf<Source>) => string;
    /**
     * Rows whose moment is no further ahead than this count as known: clocks of sources run fast.
     * None where it is absent.
     */
    readonly clockSkewMs?: number;
    /** What makes a row that row and no other. */
    readonly key: (row: never) => string;
    /** The fields of a row that are numbers, or shares by candidate; the others say whose, where and when. */
    readonly figures: readonly (keyof RowOf<Source> & string)[];
    /**
     * What a row is part of, by a name for people. The rows of one part are one report: the gate
     * lets them wait or pass together, so that no candidate's new votes stand beside another's old.
     */
    readonly part: (row: never) => string;
  };
  /** Its part of the race document. */
  readonly summary: z.ZodType<Summary>;
  /** The section in full, as its address answers. */
  readonly full: z.ZodType<Full>;
  /** Its columns in CSV by the names they have in a file. */
  readonly csv: {
    readonly columns: readonly string[];
    readonly required: readonly string[];
    /** Those that only editors get: readers' tables are without them. */
    readonly editorsOnly: readonly string[];
    /** Columns that no other section's file has together, however the rest is spelt. */
    readonly telling: readonly string[];
  };
  /** Whether a feed may fill it by itself. */
  readonly fedBy: "feed" | "editor";
  /** `base` with the rows of `patch` put in, matched by what makes a row that row and no other. */
  readonly merge: (base: Source | null, patch: Source) => Source;
  /** What is wrong with the section, and with what race.json says about it. */
  readonly check: (data: Data) => readonly Issue[];
  /** What a section that nobody has filled is compiled from, where there is something to say of it. */
  readonly unfilled?: (data: Data, asOf: string) => Source | null;
  /** `source` is the section's own, which isn't null here. */
  readonly compile: (source: Source, data: Data, clock: Clock) => CompiledSection<Summary, Full>;
  /**
   * Without the rows, and the rest of its figures, that aren't to be passed on as data: what was
   * computed from them goes, too. Asked only where there are any.
   */
  readonly passedOn: (full: Body<Full>, mayPass: MayPass) => Body<Full>;
  /** The summary without what no card draws of figures that may only be shown. */
  readonly drawn?: (summary: Summary, mayPass: MayPass) => Summary;
  /**
   * What laws silence of it besides the whole: by what they are about, whether a figure dated so
   * must not be shown while a period lasts.
   */
  readonly quiet?: Readonly<Record<string, (figure: DatedFigure, period: QuietPeriod) => boolean>>;
  /** Lists of its summary, by field, that are compared by what their items are. */
  readonly lists: Readonly<Record<string, List>>;
  /** Words for its fields whose own name isn't one; empty where the label says enough without. */
  readonly words: Readonly<Record<string, string>>;
};
