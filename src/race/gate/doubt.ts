import type { SourceName } from "../check.ts";
import type { RaceData } from "../schema/data.ts";
import type { Section } from "../sections/index.ts";
import type { Highs } from "./highs.ts";

/** Who sends a change: somebody by hand, or a feed of the race. */
export type Sender = "person" | "feed";

/** What a race is and would become, and what it is judged by. */
export type Proposal = {
  /** Null for a new race. */
  readonly before: RaceData | null;
  readonly after: RaceData;
  /** The real time, an instant in ISO 8601: never the moment to which a race pins its own clock. */
  readonly now: string;
  readonly by: Sender;
  /** The sender takes numbers away on purpose; that withdraws a claim and makes none. */
  readonly withdraws: boolean;
  /** The most that readers saw of numbers that have fallen a little since. */
  readonly highs: Highs;
};

/** Where a number stands, as far as that can be said. */
export type Place = {
  readonly round?: number;
  readonly area?: string;
  readonly measure?: string;
  readonly candidate?: string;
  readonly date?: string;
};

/** One thing that a rule finds doubtful. */
export type Finding = {
  readonly section: SourceName;
  /**
   * What it is about, always by the same name: `1.Cobb.votes`, a poll's id, `voting.closes`. Left
   * out, it is the only part.
   */
  readonly scope?: string;
  /** What waits with it: parts of a section (rows.ts), fields of race.json, or all of a section. */
  readonly parts: readonly string[] | "all";
  readonly place: Place;
  /** The body and what in it, by its keys: `results.1.Fulton.handel`, `polls.538:1:2`. */
  readonly path: string;
  readonly message: string;
  /** What readers have, where there is something to compare. */
  readonly before?: number | string;
  readonly after?: number | string;
};

/** What a release puts in place of what readers have. It fits whatever the section is by then. */
export type Patch =
  | {
      readonly kind: "rows";
      readonly section: Section;
      /** Whose rows are replaced. */
      readonly parts: readonly string[] | "all";
      /** The rows that come in; null takes the section away. */
      readonly rows: readonly unknown[] | null;
    }
  | {
      readonly kind: "fields";
      readonly section: "race";
      /** Paths into race.json, candidates by their ids; without a value the field goes away. */
      readonly fields: readonly { readonly path: string; readonly value?: unknown }[];
    };

/** A rule of the gate: how it is told, and what it finds. */
export type GateRule<Name extends string = string> = {
  readonly name: Name;
  /** What it holds, for people. */
  readonly sentence: string;
  readonly example: string;
  /** What readers have until somebody decides. */
  readonly meanwhile: string;
  /** Who can release it, where that isn't just anybody with an `approve` token. */
  readonly releasedBy?: string;
  /** Looks at what changes: what readers have already doesn't trip a rule again. */
  readonly find: (proposal: Proposal) => readonly Finding[];
};
