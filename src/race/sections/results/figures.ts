import { roundHalfUp } from "../../rounding.ts";
import { type ResultCount, type ResultMeasure, WHOLE_CONTEST } from "./source.ts";
import type { ResultsNote } from "./summary.ts";
import { measured, type Rows } from "./tally.ts";

const PEOPLE = ["ballots", "registered", "undervotes", "overvotes", "rejected"] as const;
type People = (typeof PEOPLE)[number];

/** What a count says beside votes; null is unknown, which isn't 0. */
export type Figures = { readonly [P in People]: number | null } & {
  readonly precincts: Precincts | null;
};
export type Precincts = { readonly counted: number; readonly total: number | null };
type Noted = { readonly figures: Figures; readonly notes: readonly ResultsNote[] };

/** One area's figures, or the stated ones of the whole contest, without those that can't be. */
export function figuresOf(rows: Rows, votes: number): Noted {
  const [first] = rows;
  const people = Object.fromEntries(PEOPLE.map((one) => [one, measured(rows, one)])) as {
    [P in People]: number | null;
  };
  const counted = measured(rows, "precincts_reported");
  const total = measured(rows, "precincts_total");
  const area = first === undefined || first.area === WHOLE_CONTEST ? null : first.area;
  const place = { round: first?.round ?? 1, area };
  const checked = possible(people, votes, place);
  if (counted !== null && total !== null && counted > total) {
    const note = { ...place, figure: "precincts", reason: "above_total" } as const;
    return {
      figures: { ...checked.people, precincts: null },
      notes: [...checked.notes, { ...note, value: counted, against: total }],
    };
  }
  const precincts = counted === null ? null : { counted, total: total === 0 ? null : total };
  return { figures: { ...checked.people, precincts }, notes: checked.notes };
}

type Place = Pick<ResultsNote, "round" | "area">;
type PeopleFigures = { readonly [P in People]: number | null };

/** Each voter has one vote here: fewer ballots than votes, or nobody registered, is a slip. */
function possible(people: PeopleFigures, votes: number, place: Place) {
  const { ballots, registered } = people;
  const notes: ResultsNote[] = [];
  const few = ballots !== null && ballots < votes;
  const none = registered === 0 && Math.max(votes, ballots ?? 0) > 0;
  if (few)
    notes.push({
      ...place,
      figure: "ballots",
      reason: "below_votes",
      value: ballots,
      against: votes,
    });
  if (none)
    notes.push({ ...place, figure: "registered", reason: "zero", value: 0, against: votes });
  return {
    people: {
      ...people,
      ballots: few ? null : ballots,
      registered: none ? null : registered,
    },
    notes,
  };
}

/** One area of a round: its rows, its votes and its figures. */
export type AreaFigures = Noted & {
  readonly area: string;
  readonly rows: readonly ResultCount[];
  readonly votes: number;
};

/**
 * The whole contest's figures, each as stated, else the sum of areas. A sum needs the number of
 * every area that has votes: turnout of some counties among the votes of all is no turnout.
 */
export function wholeFigures(
  stated: Rows,
  areas: readonly AreaFigures[],
  votes: number,
  round: number,
): Noted & { readonly turnout: number | null } {
  const own = figuresOf(stated, 0);
  const counted = areas.filter((area) => area.votes > 0 || area.figures.ballots !== null);
  const isStated = (measure: ResultMeasure) => stated.some((row) => row.measure === measure);
  const summed = (one: People) => {
    const gives = areas.filter(({ figures }) => figures[one] !== null);
    const all = counted.every(({ figures }) => figures[one] !== null);
    return all && gives.length > 0
      ? gives.reduce((sum, { figures }) => sum + (figures[one] ?? 0), 0)
      : null;
  };
  const people = Object.fromEntries(
    PEOPLE.map((one) => [one, isStated(one) ? own.figures[one] : summed(one)]),
  ) as PeopleFigures;
  const checked = possible(people, votes, { round, area: null });
  const { ballots, registered } = checked.people;
  const samePlaces =
    isStated("ballots") === isStated("registered") &&
    areas.every(
      ({ figures }) =>
        isStated("ballots") || (figures.ballots === null) === (figures.registered === null),
    );
  return {
    figures: {
      ...checked.people,
      precincts: isStated("precincts_reported") ? own.figures.precincts : summedPrecincts(areas),
    },
    notes: [...own.notes, ...areas.flatMap(({ notes }) => notes), ...checked.notes],
    turnout:
      samePlaces && ballots !== null && registered
        ? Math.min(100, roundHalfUp((ballots / registered) * 100, 1))
        : null,
  };
}

/** A total that one area with votes doesn't give is no total; nor is that of one area alone. */
function summedPrecincts(areas: readonly AreaFigures[]): Precincts | null {
  const gives = areas.flatMap(({ figures }) => figures.precincts ?? []);
  if (gives.length === 0) return null;
  const counted = gives.reduce((sum, one) => sum + one.counted, 0);
  const whole = areas.every(
    (area) =>
      area.figures.precincts?.total !== undefined || (area.votes === 0 && area.rows.length === 0),
  );
  const totals = gives.flatMap(({ total }) => total ?? []);
  const complete = whole && areas.length > 1 && totals.length === gives.length;
  return { counted, total: complete ? totals.reduce((sum, one) => sum + one, 0) : null };
}
