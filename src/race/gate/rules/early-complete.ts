import { areaKey, areasByKey } from "../../sections/results/listed-areas.ts";
import { WHOLE_CONTEST } from "../../sections/results/source.ts";
import type { RaceData } from "../../schema/data.ts";
import type { GateRule, Proposal } from "../doubt.ts";

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

/**
 * The listed areas of which no candidate has a count in the latest round, by name. None where the
 * count is of the whole contest alone: then areas are nobody's to wait for.
 */
function withoutVotes({ race, results }: RaceData): string[] {
  const votes = (results?.counts ?? []).filter(({ measure }) => measure === "votes");
  if (votes.length > 0 && votes.every(({ area }) => area === WHOLE_CONTEST)) return [];
  const latest = Math.max(...votes.map(({ round }) => round));
  const known = areasByKey(race.areas);
  const counted = new Set(
    votes.filter(({ round }) => round === latest).map(({ area }) => known.get(areaKey(area))),
  );
  return race.areas.filter((area) => !counted.has(area)).map(({ name }) => name);
}
