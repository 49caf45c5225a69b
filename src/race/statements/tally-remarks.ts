import type { RemarkFacts } from "../../wording/count-statement.ts";
import type { Language } from "../../wording/language.ts";
import type { RaceFacts } from "../schema/race-facts.ts";
import type { ResultsSummary } from "../sections/results/summary.ts";
import { isEarly } from "./is-early.ts";
import { shareText } from "./share-text.ts";
import { wholeOf } from "./standing-facts.ts";

// What is worth a sentence of a round's numbers.

type Round = ResultsSummary["rounds"][number];

/** How far the first two are apart, once half is counted: of people who stand for one seat. */
export function apart(
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
export function people(round: Round, write: Language["write"]): RemarkFacts[] {
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
export function leftOut(
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

/** How a count that comes whole was declared: by whom, by how many, and who gained. */
export function declaration(
  { declared, declaredWhole, previous, candidates, timeZone }: RaceFacts,
  round: Round | undefined,
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
