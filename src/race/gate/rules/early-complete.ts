import { areaKey, areasByKey } from "../../sections/results/listed-areas.ts";
import type { RaceData } from "../../schema/data.ts";
import type { GateRule, Proposal } from "../doubt.ts";
import { rowsOf } from "../rows.ts";

/** What an office says of its count once all votes are in. */
const ENDED: ReadonlySet<unknown> = new Set(["complete", "canvass"]);

/** The end of a count takes back every doubt about its whole: not while places are missing. */
export const earlyComplete = {
  name: "early_complete",
  sentence:
    "a count said to be complete before the last polls have closed, or while areas that the race lists have no votes",
  example: "`count.state` says `complete` with two counties of three",
  meanwhile: "the state of the count as it was",
  find: ({ before, after, now }: Proposal) => {
    if (before === null || ENDED.has(before.race.count.state)) return [];
    const { state } = after.race.count;
    if (!ENDED.has(state)) return [];
    const early = Date.parse(now) < Date.parse(after.race.voting.closes);
    const [missing] = withoutVotes(after);
    if (!early && missing === undefined) return [];
    const why = early ? "polls haven't closed" : `${missing} has no votes`;
    const message = `the count would be ${state}, and ${why}`;
    return [
      { section: "race", parts: ["count.state"], place: {}, path: "race.count.state", message },
    ];
  },
} as const satisfies GateRule;

/** The listed areas of which no candidate has a count in any round, by name. */
function withoutVotes(data: RaceData): string[] {
  const known = areasByKey(data.race.areas);
  const counted = new Set(
    rowsOf(data, "results").flatMap(({ area, measure }) =>
      measure === "votes" ? (known.get(areaKey(String(area))) ?? []) : [],
    ),
  );
  return data.race.areas.filter((area) => !counted.has(area)).map(({ name }) => name);
}
