import type { Finding, Patch, Place } from "./doubt.ts";
import type { Rule } from "./rules/index.ts";

/** Why something is held, said so that an editor can tell a mistake from a surprise. */
export type Reason = Pick<Finding, "path" | "message" | "before" | "after"> & {
  readonly rule: Rule;
};

/** One thing that waits for somebody; everything else of the change goes on. */
export type Doubt = {
  readonly section: Finding["section"];
  /** What it is about, by the same name each time: a number in doubt is held once. */
  readonly scope: string;
  readonly place: Place;
  readonly reasons: readonly Reason[];
  /** What a release puts in. */
  readonly patch: Patch;
};
