import type { Language } from "../../wording/language.ts";
import type { RemarkFacts } from "../../wording/count-statement.ts";
import { chooseTag } from "../../wording/choose-tag.ts";
import { isOut } from "../schema/candidate.ts";
import type { Wording } from "../schema/common.ts";
import { reaches } from "../schema/need.ts";
import type { RaceFacts } from "../schema/race-facts.ts";
import { type CallsSource, isCall, standingCalls, uncalled } from "../sections/calls/source.ts";
import type { ResultsSummary } from "../sections/results/summary.ts";
import { inEachLanguage } from "./in-each-language.ts";
import { isEarly } from "./is-early.ts";
import { neededText, shareText } from "./share-text.ts";
import { spoken } from "./spoken.ts";
import { wholeOf } from "./standing-facts.ts";

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

function meaning(race: RaceFacts, tag: string): RemarkFacts[] {
  const own = race.translations[chooseTag(tag, Object.keys(race.translations)) ?? ""];
  const yes = own?.yesMeans ?? race.yesMeans ?? null;
  const no = own?.noMeans ?? race.noMeans ?? null;
  return yes === null && no === null ? [] : [{ say: "means", yes, no }];
}

type Round = ResultsSummary["rounds"][number];

/** How far the first two are apart, once half is counted: of people who stand for one seat. */
function apart(
  { seats, advance, need, tabulations = [] }: RaceFacts,
  results: ResultsSummary,
  round: Round,
  write: Language["write"],
): RemarkFacts[] {
  const one = (seats ?? advance ?? 1) === 1 && !need && tabulations.length === 0;
  const [first, second] = round.candidates;
  if (!one || isEarly(results) || !first?.votes || second?.votes == null) return [];
  const points = ((first.votes - second.votes) / wholeOf(round)) * 100;
  return points < 0.05 ? [] : [{ say: "apart", points: write.share(points) }];
}

/** How many took part, and for whom else they voted. */
function people(round: Round, write: Language["write"]): RemarkFacts[] {
  const { ballots, turnout, registered, others, votes } = round;
  const of =
    turnout !== null && registered !== null
      ? { percent: write.percent(write.share(turnout)), registered }
      : null;
  return [
    ...(ballots === null ? [] : [{ say: "ballots" as const, ballots, of }]),
    ...(others === null || others.votes === 0
      ? []
      : [
          {
            say: "others" as const,
            votes: others.votes,
            share: shareText(others.votes, votes, write),
            largest: others.largest,
          },
        ]),
  ];
}

/** Figures of a round that can't be, each with the areas that gave them. */
function leftOut(
  { jurisdiction }: RaceFacts,
  { notes }: ResultsSummary,
  round: number | undefined,
): RemarkFacts[] {
  return (["precincts", "ballots", "registered"] as const).flatMap((figure) => {
    const own = notes.filter((note) => note.round === round && note.figure === figure);
    const areas = own.map(({ area }) => area ?? jurisdiction.name);
    return areas.length > 0 ? [{ say: "left_out" as const, figure, areas }] : [];
  });
}

/** What else decides, or has to be known of the bars. */
function circumstances(
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

function places(
  { seats = 1, voteFor = 1, advance }: RaceFacts,
  round: ResultsSummary["rounds"][number] | undefined,
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
function flips(
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

function declaration(
  { declared, declaredWhole, previous, candidates, timeZone }: RaceFacts,
  round: ResultsSummary["rounds"][number] | undefined,
  write: Language["write"],
): RemarkFacts[] {
  if (!declaredWhole || declared === undefined || round === undefined) return [];
  const said: RemarkFacts[] = [
    { say: "declared", by: declared.by, at: { at: declared.at, timeZone } },
  ];
  const [first, second] = round.candidates;
  if (first?.votes != null && second?.votes != null && first.votes > second.votes)
    said.push({ say: "majority", votes: first.votes - second.votes });
  const partyOf = (id: string | undefined) => candidates.find((one) => one.id === id)?.party;
  const before = new Map(previous?.shares.map(({ party, share }) => [party, share]));
  const [a, b] = [partyOf(first?.candidate), partyOf(second?.candidate)];
  const [was, had] = [before.get(a?.code ?? ""), before.get(b?.code ?? "")];
  if (
    a &&
    b &&
    first?.share != null &&
    second?.share != null &&
    was !== undefined &&
    had !== undefined
  ) {
    const swing = (first.share - was - (second.share - had)) / 2;
    const [to, from] = swing < 0 ? [b.name, a.name] : [a.name, b.name];
    const points = write.share(Math.abs(swing));
    said.push({ say: "swing", from, to, points, notional: previous?.basis === "notional" });
  }
  return said;
}

function recount({ recount: asked }: RaceFacts, write: Language["write"]): RemarkFacts[] {
  if (asked === undefined || asked.state === "finished") return [];
  const { requestedBy: by = null, trigger, state } = asked;
  if (by === null && state !== "possible") return [];
  const within = trigger === undefined ? null : neededText(trigger.within, write);
  return [{ say: "recount", by: state === "possible" ? null : by, within }];
}
