import { roundHalfUp } from "../../rounding.ts";
import { type AreaFigures, figuresOf } from "./figures.ts";
import { areaKey, areasByKey, type ListedArea } from "./listed-areas.ts";
import { withoutModeTotals } from "./mode-totals.ts";
import {
  expectedOf,
  expectedReporting,
  hasReported,
  kindOf,
  precinctsReporting,
} from "./reporting.ts";
import { type ResultsFacts, sharesAreOfBallots } from "./results-facts.ts";
import type { ResultsArea, ResultsSummary, Tally } from "./summary.ts";
import { type ResultsSource, WHOLE_CONTEST } from "./source.ts";
import { type Rows, tallyVotes } from "./tally.ts";

type AreaFacts = Pick<ResultsFacts, "areas" | "isFinal" | "sources" | "contest">;

/**
 * Every area's count, by round and in the order the areas first appear. A candidate without a row
 * in an area that reports others has none there, if the round's count names the candidate at all.
 */
export function compileAreas(source: ResultsSource, facts: AreaFacts = {}): ResultsArea[] {
  const { areas: listed = [] } = facts;
  const known = areasByKey(listed);
  return [...Map.groupBy(withoutModeTotals(source.counts), (row) => row.round)].flatMap(
    ([round, all]) => {
      const named = namedIn(all);
      return areasIn(all, facts.contest?.voteFor).map(({ area, rows, figures }) => {
        const own = known.get(areaKey(area));
        const counts = rows.some((row) => row.measure === "votes");
        const tally = tallyVotes(rows, counts ? named : [], {
          missing: 0,
          ...(sharesAreOfBallots(facts.contest) && { of: figures.ballots }),
        });
        const { precincts, rejected, ...people } = figures;
        const reporting =
          precinctsReporting(precincts) ?? expectedReporting(expectedOf(rows, facts));
        const unknown = listed.length > 0 && own === undefined;
        const before = own?.previous;
        return {
          round,
          area,
          id: own?.id ?? null,
          unknown,
          ...tally,
          candidates: tally.candidates.map((one) => ({
            ...one,
            ...changeOf(one, before, facts),
          })),
          ...(before && { since: before.date }),
          ...people,
          ...(rejected !== null && { rejected }),
          reporting,
        };
      });
    },
  );
}

/** Against the share of the candidate's party, where the area is said to have voted for it before. */
function changeOf(
  { candidate, share }: Tally,
  before: ListedArea["previous"],
  { contest }: AreaFacts,
): { readonly change?: number } {
  const party = contest?.candidates.find(({ id }) => id === candidate)?.party?.code;
  const was = before?.shares.find((one) => one.party === party)?.share;
  if (party === undefined || was === undefined || share === null) return {};
  return { change: roundHalfUp(share - was, 1) };
}

/** The race's areas of which the count of the latest round says nothing yet, by name. */
export function unreportedNow({ counts }: ResultsSource, listed: readonly ListedArea[]): string[] {
  if (listed.length === 0) return [];
  const latest = counts.reduce((newest, { round }) => Math.max(newest, round), 1);
  const areas = areasIn(withoutModeTotals(counts).filter(({ round }) => round === latest));
  const known = areasByKey(listed);
  const own = new Map(areas.map((area) => [known.get(areaKey(area.area)), area]));
  return listed.flatMap((area) => (hasReported(own.get(area)) ? [] : [area.name]));
}

/** How many areas there are to be told apart, where at least one has votes of its own. */
export function areaTotal(
  areas: readonly AreaFigures[],
  listed: readonly ListedArea[],
): Pick<ResultsSummary, "areas"> {
  const known = areasByKey(listed);
  const strange = areas.filter(({ area }) => !known.has(areaKey(area)));
  const total = listed.length + strange.length;
  if (total < 2 || !areas.some(({ votes }) => votes > 0)) return {};
  return {
    areas: { total, of: kindOf([...listed, ...strange.map(({ area }) => ({ name: area }))]) },
  };
}

/** A round's rows by area, with what they add up to. */
export function areasIn(rows: Rows, voteFor = 1): AreaFigures[] {
  const areas = Map.groupBy(
    rows.filter((row) => row.area !== WHOLE_CONTEST),
    (row) => row.area,
  );
  return [...areas].map(([area, own]) => {
    const { votes } = tallyVotes(own, []);
    return { area, rows: own, votes, ...figuresOf(own, Math.ceil(votes / voteFor)) };
  });
}

/** The candidates whom rows name. */
export function namedIn(rows: Rows): string[] {
  return [...new Set(rows.flatMap((row) => (row.candidate === null ? [] : [row.candidate])))];
}
