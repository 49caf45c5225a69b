import type { SourceName } from "../../race/check.ts";
import type { Write } from "../client/source-client.ts";
import type { Fault } from "../../formats/text/faults.ts";
import type { FileToImport } from "../client/import-client.ts";
import type { Terms } from "../client/terms.ts";
import type { Ask } from "../ask.ts";
import type { Output } from "../output.ts";
import type { FileFlags } from "../file-options.ts";
import type { Forecast } from "../forecast.ts";
import type { FileFault } from "../problem.ts";

/** One write of a push, ready to be sent. */
export type Step = SectionStep | FileStep;

/** A file for all that it has for the race, in one step. */
export type FileStep = Terms & {
  readonly file: FileToImport;
  /** What it may fill, for people: `results and calls`. */
  readonly section: string;
  readonly fits: () => true;
  readonly expected: null;
};

/** A write of one section. */
export type SectionStep = {
  readonly file?: never;
  readonly section: SourceName;
  readonly write: Write;
  /** Whether the desk could take it with only these of the other steps stored. */
  readonly fits: (stored: readonly SourceName[]) => boolean;
  /** What it comes to, by our own reckoning, where the desk can't say yet. */
  readonly expected: Forecast | null;
};

/** A step with what the desk, or our own reckoning, says of it. */
export type Previewed = {
  readonly step: Step;
  readonly preview: Forecast | "unchanged";
  readonly warnings: readonly Fault[];
};

/** What a push says beside its path. */
export type PushTerms = Terms & {
  readonly race: string | null;
  readonly section: SourceName | null;
  readonly file: FileFlags;
  /** Whether a file's rows are added or are the whole section; null: what suits its format. */
  readonly apply: "merge" | "replace" | null;
  readonly reading: Output["reading"];
  /** Asks a person; a problem where nobody is there. */
  readonly ask: Ask;
  /** Whether the areas that a first count has are written into race.json; null asks. */
  readonly writeAreas: boolean | null;
};

export type FoundSteps = {
  readonly race: string;
  readonly steps: readonly Step[];
  readonly warnings: readonly FileFault[];
  /** What is left to do on this machine when all is stored; says what it did. */
  readonly afterwards?: () => Promise<string>;
};
