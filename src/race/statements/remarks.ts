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
import { neededText } from "./share-text.ts";
import { spoken } from "./spoken.ts";

type Told = {
  readonly race: RaceFacts;
  readonly calls: CallsSource | null;
  readonly results: ResultsSummary;
};

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

function remarkFacts({ race, calls, results }: Told, { marks, write }: Language): RemarkFacts[] {
  const { timeZone } = race;
  const round = results.rounds.at(-1);
  const rows = calls?.calls ?? [];
  const open = uncalled(rows);
  const moment = (at: string) => ({ at, timeZone });
  const standing = standingCalls(rows);
  return [
    ...meaning(race, marks.tag),
    ...places(race, round),
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
    ...results.count.outstanding.map(({ ballots, kind, area }) => ({
      say: "outstanding" as const,
      ballots,
      kind,
      area,
    })),
    ...(results.count.nextUpdate === null
      ? []
      : [{ say: "next" as const, at: moment(results.count.nextUpdate) }]),
  ];
}

function meaning(race: RaceFacts, tag: string): RemarkFacts[] {
  const own = race.translations[chooseTag(tag, Object.keys(race.translations)) ?? ""];
  const yes = own?.yesMeans ?? race.yesMeans ?? null;
  const no = own?.noMeans ?? race.noMeans ?? null;
  return yes === null && no === null ? [] : [{ say: "means", yes, no }];
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
