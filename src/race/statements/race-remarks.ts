import { chooseTag } from "../../wording/choose-tag.ts";
import type { RemarkFacts } from "../../wording/count-statement.ts";
import type { Language } from "../../wording/language.ts";
import type { RaceFacts } from "../schema/race-facts.ts";
import type { ResultsSummary } from "../sections/results/summary.ts";
import { neededText } from "./share-text.ts";

// What is worth a sentence of the contest itself, whatever is counted.

type Round = ResultsSummary["rounds"][number];

/** What Yes and No do. */
export function meaning(race: RaceFacts, tag: string): RemarkFacts[] {
  const own = race.translations[chooseTag(tag, Object.keys(race.translations)) ?? ""];
  const yes = own?.yesMeans ?? race.yesMeans ?? null;
  const no = own?.noMeans ?? race.noMeans ?? null;
  return yes === null && no === null ? [] : [{ say: "means", yes, no }];
}

/** What else decides, or has to be known of the bars. */
export function circumstances(
  { rule, hurdle, dependsOn }: RaceFacts,
  write: Language["write"],
): RemarkFacts[] {
  return [
    ...(dependsOn === undefined ? [] : [{ say: "depends" as const, ...dependsOn }]),
    ...(hurdle === undefined
      ? []
      : [
          {
            say: "hurdle" as const,
            share: neededText(hurdle.share, write),
            except: hurdle.exceptions,
          },
        ]),
    ...(rule === "ranked_choice" || rule === "stv" ? [{ say: "first_choices" as const }] : []),
  ];
}

/** How many win or go on, and what shares are of. */
export function places(
  { seats = 1, voteFor = 1, advance }: RaceFacts,
  round: Round | undefined,
): RemarkFacts[] {
  return [
    ...(seats > 1 ? [{ say: "seats" as const, seats, voteFor }] : []),
    ...(round?.sharesOf === "ballots" ? [{ say: "of_ballots" as const }] : []),
    ...(advance !== undefined && (round?.n ?? 1) === 1
      ? [{ say: "advance" as const, places: advance }]
      : []),
  ];
}

/** Said once somebody has called it for another party than the one that has had the seat. */
export function flips(
  { heldBy, candidates, seats = 1 }: RaceFacts,
  standing: readonly { readonly outcome: string; readonly candidate: string | null }[],
): RemarkFacts[] {
  const won = new Set(standing.flatMap((row) => (row.outcome === "won" ? [row.candidate] : [])));
  if (heldBy === undefined || won.size !== 1 || seats > 1) return [];
  const winner = candidates.find(({ id }) => won.has(id));
  return winner?.party === undefined || winner.party.code === heldBy.code
    ? []
    : [{ say: "flip", before: heldBy.name }];
}

/** A recount that may come, or that somebody has asked for. */
export function recount({ recount: asked }: RaceFacts, write: Language["write"]): RemarkFacts[] {
  if (asked === undefined || asked.state === "finished") return [];
  const { requestedBy: by = null, trigger, state } = asked;
  if (by === null && state !== "possible") return [];
  const within = trigger === undefined ? null : neededText(trigger.within, write);
  return [{ say: "recount", by: state === "possible" ? null : by, within }];
}
