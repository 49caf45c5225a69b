import type { CountFacts } from "../../wording/count-statement.ts";
import type { Language } from "../../wording/language.ts";
import type { RaceFacts } from "../schema/race-facts.ts";
import type { ResultsSummary } from "../sections/results/summary.ts";
import type { JointCall } from "./joint-calls.ts";
import { nameIn } from "./name-in.ts";

/** Who is called for what by whom; a winner who trails in the count so far is said to. */
export function calledFacts(
  joint: readonly JointCall[],
  {
    race,
    round,
    language,
  }: {
    readonly race: RaceFacts;
    readonly round: ResultsSummary["rounds"][number];
    readonly language: Language;
  },
): CountFacts {
  const { write } = language;
  const nameOf = nameIn(race, language);
  const [only] = joint;
  const winner =
    joint.length === 1 && only?.outcome === "won" && only.candidates.size === 1
      ? [...only.candidates][0]
      : undefined;
  const own = round.candidates.find(({ candidate }) => candidate === winner)?.votes ?? null;
  const trailing =
    winner !== undefined &&
    (race.seats ?? 1) === 1 &&
    own !== null &&
    round.candidates.some(({ votes }) => votes !== null && votes > own);
  return {
    case: "called",
    question: race.office,
    trailing,
    runoffDate: race.runoffDate === undefined ? null : write.date(race.runoffDate),
    calls: joint.map(({ outcome, candidates, calls }) => ({
      outcome,
      candidates: Array.from(candidates, nameOf),
      callers: calls.map(({ caller }) => caller),
    })),
  };
}
