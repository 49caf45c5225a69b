import type { RaceData } from "../../../../src/race/schema/data.ts";
/**
 * What readers must never see, said of documents alone: this file knows the manual's table and none
 * of the rules' code.
 */
export type Seen = {
  readonly before: RaceData;
  readonly after: RaceData;
  readonly now: string;
  /** The most that readers have seen of each number since it was last certain. */
  readonly most: Map<string, number>;
};
/** What is wrong with a change, in words; empty when a reader may see it. */
export declare function forbidden({ before, after, now, most }: Seen): string[];
