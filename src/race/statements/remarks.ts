import type { Language } from "../../wording/language.ts";
import type { RemarkFacts } from "../../wording/count-statement.ts";
import { isOut } from "../schema/candidate.ts";
import type { Wording } from "../schema/common.ts";
import { reaches } from "../schema/need.ts";
import type { RaceFacts } from "../schema/race-facts.ts";
import { type CallsSource, isCall, standingCalls, uncalled } from "../sections/calls/source.ts";
import type { ResultsSummary } from "../sections/results/summary.ts";
import { inEachLanguage } from "./in-each-language.ts";
import { circumstances, flips, meaning, places, recount } from "./race-remarks.ts";
import { neededText } from "./share-text.ts";
import { spoken } from "./spoken.ts";
import { apart, declaration, leftOut, people } from "./tally-remarks.ts";

type Told = {
  readonly race: RaceFacts;
  readonly calls: CallsSource | null;
  readonly results: ResultsSummary;
  /** Areas that haven't reported, by name. */
  readonly unreported?: readonly string[];
};

/** How many areas without a report are named; the table has all. */
const NAMED = 3;

/** What else is worth a sentence, in the order in which readers need it. */
export function remarks(told: Told): Wording[] {
  const inAll = inEachLanguage((language) =>
    JSON.stringify(remarkFacts(told, language).map(language.statements.remark)),
  );
  const lists = Object.entries(spoken(inAll, told.race.languages)).map(
    ([tag, list]) => [tag, JSON.parse(list) as string[]] as const,
  );
  const [first] = lists;
  return (first?.[1] ?? []).map((_, i) =>
    Object.fromEntries(lists.map(([tag, list]) => [tag, list[i] ?? ""])),
  );
}

function remarkFacts(
  { race, calls, results, unreported = [] }: Told,
  { marks, write }: Language,
): RemarkFacts[] {
  const { timeZone } = race;
  const round = results.rounds.at(-1);
  const rows = calls?.calls ?? [];
  const open = uncalled(rows);
  const moment = (at: string) => ({ at, timeZone });
  const standing = standingCalls(rows);
  return [
    ...meaning(race, marks.tag),
    ...places(race, round),
    ...circumstances(race, write),
    ...(race.minTurnout === undefined
      ? []
      : [
          {
            say: "turnout" as const,
            share: neededText(race.minTurnout, write),
            met:
              round?.ballots == null || round.registered === null
                ? null
                : reaches(
                    { share: race.minTurnout, strict: false },
                    round.ballots,
                    round.registered,
                  ),
          },
        ]),
    ...flips(race, standing),
    ...race.candidates.filter(isOut).map(({ shortName: name, ballot, since }) => ({
      say: "gone" as const,
      name,
      how: ballot === "deceased" ? ("deceased" as const) : ("withdrawn" as const),
      since: since === undefined ? null : write.date(since),
    })),
    ...(open !== null && standing.length === 0
      ? [{ say: "open" as const, by: open.caller, why: open.basis ?? null }]
      : []),
    ...rows.filter(isCall).flatMap(({ caller, retracted }) =>
      retracted
        ? [
            {
              say: "retracted" as const,
              caller,
              at: moment(retracted.at),
              why: retracted.why ?? null,
            },
          ]
        : [],
    ),
    ...declaration(race, round, write),
    ...recount(race, write),
    ...(race.decidedBy === "court" || (race.decidedBy === "lot" && standing.length > 0)
      ? [{ say: "decided" as const, by: race.decidedBy }]
      : []),
    ...(unreported.length > 0 && unreported.length <= NAMED && (round?.votes ?? 0) > 0
      ? [{ say: "unreported" as const, areas: unreported }]
      : []),
    ...leftOut(race, results, round?.n),
    ...results.count.outstanding.map(({ ballots, kind, area }) => ({
      say: "outstanding" as const,
      ballots,
      kind,
      area,
    })),
    ...(results.count.nextUpdate === null
      ? []
      : [{ say: "next" as const, at: moment(results.count.nextUpdate) }]),
    ...(round === undefined
      ? []
      : [...apart(race, results, round, write), ...people(round, write)]),
  ];
}
