import { WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import type { ClarityContest, ClarityLevel, ClarityPrecincts } from "./contest.ts";
import { fault, type Fault } from "../text/faults.ts";
import type { CountTally } from "../match/count-tally.ts";
import { strayVotes } from "../match/vote-mode.ts";

/** Registered voters and ballots cast of the election; null or 0 where the file doesn't know. */
export type ClarityPeople = { readonly voters: number | null; readonly ballots: number | null };

export type ClarityTurnout = {
  whole: ClarityPeople;
  /** By county or by precinct. */
  readonly units: Map<string, ClarityPeople & ClarityPrecincts>;
};

/**
 * Adds precincts, registered voters and ballots. The file's turnout is the election's, so a
 * contest gets it only where it covers all of a county, or precinct by precinct. In a primary it
 * still counts the other parties' ballots, which the file doesn't tell apart.
 */
export function addClarityTurnout(
  tally: CountTally,
  contest: ClarityContest,
  level: ClarityLevel,
  turnout: ClarityTurnout,
): Fault[] {
  return level.by === "precinct"
    ? addOneCounty(tally, contest, level.area, turnout)
    : addCounties(tally, contest, turnout);
}

function addOneCounty(
  tally: CountTally,
  contest: ClarityContest,
  area: string,
  turnout: ClarityTurnout,
): Fault[] {
  addPrecincts(tally, area, contest);
  const foreign = foreignBallots(contest, turnout.whole.ballots);
  const part = [...unitsOf(contest)].flatMap((name) => turnout.units.get(name) ?? []);
  if (part.length === turnout.units.size) {
    addPeople(tally, area, turnout.whole);
    return foreign;
  }
  // A part can only be told where the file's precincts do add up to its whole.
  const [all, some] = [totalOf(turnout), sumOfPeople(part)];
  const voters = all.voters === turnout.whole.voters ? some.voters : null;
  const ballots = all.ballots === turnout.whole.ballots ? some.ballots : null;
  addPeople(tally, area, { voters, ballots });
  return voters === null || ballots === null ? [leftOut([area])] : [];
}

/** The sum of a file's precincts, which all of its contests ask for. */
const totals = new WeakMap<ClarityTurnout, Sums>();
type Sums = { readonly voters: number; readonly ballots: number };

function totalOf(turnout: ClarityTurnout): Sums {
  const known = totals.get(turnout) ?? sumOfPeople(turnout.units.values());
  totals.set(turnout, known);
  return known;
}

function sumOfPeople(units: Iterable<ClarityPeople>): Sums {
  let [voters, ballots] = [0, 0];
  for (const unit of units) {
    voters += unit.voters ?? 0;
    ballots += unit.ballots ?? 0;
  }
  return { voters, ballots };
}

/**
 * A contest that counts its under- and overvotes accounts for every one of its ballots: more of
 * them are somebody else's, such as the other party's in a primary.
 */
function foreignBallots(contest: ClarityContest, ballots: number | null): Fault[] {
  const strays = contest.voteTypes.filter(({ name }) => strayVotes(name) !== null);
  if (strays.length === 0) return [];
  const own = [
    ...contest.choices.map((choice) => choice.totalVotes ?? 0),
    ...strays.map((type) => type.votes),
  ].reduce((sum, votes) => sum + votes, 0);
  if (ballots === null || ballots <= own) return [];
  const message = `the ballots (${ballots}) are more than this contest's votes, under- and overvotes (${own}): they seem to include another party's or contest's`;
  return [fault(message)];
}

function addCounties(tally: CountTally, contest: ClarityContest, turnout: ClarityTurnout): Fault[] {
  const incomplete: string[] = [];
  for (const [county, precincts] of contest.counties) {
    addPrecincts(tally, county, precincts);
    const people = turnout.units.get(county);
    if (people === undefined) continue;
    if (people.total === precincts.total) addPeople(tally, county, people);
    else incomplete.push(county);
  }
  if (contest.counties.size === 0) addPrecincts(tally, WHOLE_CONTEST, contest);
  return incomplete.length > 0 ? [leftOut(incomplete)] : [];
}

function addPrecincts(
  tally: CountTally,
  area: string,
  { total, reported }: ClarityPrecincts,
): void {
  if (!total) return;
  tally.addMeasure(area, "precincts_total", total);
  tally.addMeasure(area, "precincts_reported", reported);
}

function addPeople(tally: CountTally, area: string, { voters, ballots }: ClarityPeople): void {
  tally.addMeasure(area, "registered", voters || null);
  tally.addMeasure(area, "ballots", ballots || null);
}

function unitsOf(contest: ClarityContest): ReadonlySet<string> {
  const types = [...contest.voteTypes, ...contest.choices.flatMap((choice) => choice.voteTypes)];
  return new Set(types.flatMap((type) => [...type.units.keys()]));
}

function leftOut(areas: readonly string[]): Fault {
  return fault(
    `left out: registered voters and ballots of ${areas.join(", ")}, where the contest has only some of the precincts`,
  );
}
