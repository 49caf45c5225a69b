import { join } from "node:path";
import { readRaceFolder } from "../../../src/cli/folder/race-folder.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import { ROOT } from "../../docs/manual.ts";
import { testRace } from "../harness/race.ts";

export const DEMO = "us-ga-06-2017-runoff";
export const MANY = "test-twelve-candidates";

/** The race that the repository has. */
export async function demoRace(): Promise<RaceData> {
  const read = await readRaceFolder(join(ROOT, "races", DEMO));
  if (!read.ok) throw new Error(`races/${DEMO} has faults`);
  return read.value;
}

/** A rehearsal of twelve, all of them asked for in its polls. */
export function raceOfTwelve(): RaceData {
  const race = testRace();
  const candidates = Array.from({ length: 12 }, (_, i) => ({
    ...race.race.candidates[0]!,
    id: `c${i + 1}`,
    name: `Candidate Number ${i + 1}`,
    shortName: `Number ${i + 1}`,
    party: { code: `P${i + 1}`, name: `Party ${i + 1}` },
  }));
  const shares = candidates.map(({ id }, i) => ({ candidate: id, share: 14 - i }));
  return {
    ...race,
    race: {
      ...race.race,
      id: MANY,
      title: "Rehearsal: twelve for mayor",
      translations: {},
      candidates,
    },
    polls: { polls: race.polls!.polls.map((poll) => ({ ...poll, shares })) },
  };
}
