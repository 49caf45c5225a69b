import type { RaceData } from "../schema/data.ts";
import { judge } from "./judge.ts";
import type { Reason } from "./reason.ts";

/** Why parts of a change would wait for somebody; empty when all of it would pass. */
export function holdReasons(before: RaceData | null, after: RaceData, now: string): Reason[] {
  const proposal = { before, after, now, by: "person", withdraws: false, highs: {} } as const;
  return judge(proposal).doubts.flatMap(({ reasons }) => reasons);
}
