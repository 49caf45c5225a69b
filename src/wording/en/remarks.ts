import { capitalized } from "../phrase.ts";
import type { CountLineFacts, Moment, RemarkFacts } from "../count-statement.ts";
import type { CallOutcome, LeftOutFigure } from "../results.ts";
import { timeSpan } from "../time-span.ts";
import { countedOf } from "./count-statement.ts";
import { list, write } from "./marks.ts";

/** "AP estimates 82% counted · 10:14 p.m. EDT". */
export function countLine({ counted, paused, unofficial, at }: CountLineFacts): string {
  const parts = [
    ...(paused ? ["Counting paused"] : []),
    counted === null ? "How much is counted isn’t stated" : countedOf(counted, false),
    ...(unofficial ? ["unofficial"] : []),
    ...(at === null ? [] : [clock(at)]),
  ];
  return capitalized(parts.join(" · "));
}

/** A sentence without its full stop. */
export function remark(facts: RemarkFacts): string {
  switch (facts.say) {
    case "means":
      return [facts.yes && `Yes: ${facts.yes}`, facts.no && `No: ${facts.no}`]
        .filter(Boolean)
        .join(". ");
    case "seats":
      return `${facts.seats} seats${facts.voteFor > 1 ? `; each voter may choose ${facts.voteFor}` : ""}`;
    case "of_ballots":
      return "Shares are percent of ballots";
    case "first_choices":
      return "Votes and bars are of first choices";
    case "hurdle":
      return `A list needs ${facts.share} of votes for seats${facts.except.length > 0 ? `, except ${list(facts.except)}` : ""}`;
    case "depends":
      return `Counts only if ${DEPENDS[facts.outcome] ?? `the contest ${facts.contest} ends so`}`;
    case "left_out":
      return `Left out: ${LEFT_OUT[facts.figure]} (${few(facts.areas)})`;
    case "unreported":
      return `No report yet from ${list(facts.areas)}`;
    case "advance":
      return facts.places === 1 ? "The first goes on" : `The first ${facts.places} go on`;
    case "turnout":
      return `Counts only if ${facts.share} of registered voters take part${facts.met === null ? "" : facts.met ? ", which they did" : ", which they haven’t so far"}`;
    case "flip":
      return `The seat changes party: ${facts.before} before`;
    case "gone":
      return `${facts.name} ${facts.how === "deceased" ? "died" : "withdrew"}${facts.since === null ? "" : ` ${facts.since}`}; the name is still on ballots`;
    case "declared":
      return `Declared by ${facts.by}, ${clock(facts.at)}`;
    case "majority":
      return `Majority: ${write.count(facts.votes)} ${facts.votes === 1 ? "vote" : "votes"}`;
    case "swing":
      return `Swing from ${facts.from} to ${facts.to}: ${facts.points} points${facts.notional ? ", against a result worked out for new borders" : ""}`;
    case "recount":
      return facts.by === null
        ? `A recount is possible${facts.within === null ? "" : ` within ${facts.within}`}`
        : `Recount requested by ${facts.by}`;
    case "retracted":
      return `${facts.caller} withdrew its call at ${clock(facts.at)}${facts.why === null ? "" : `: ${facts.why}`}`;
    case "decided":
      return facts.by === "lot" ? "Decided by lot" : "Decided by a court";
    case "open":
      return `${facts.by} says so${facts.why === null ? "" : `: ${facts.why}`}`;
    case "outstanding":
      return `Still to count: ${write.count(facts.ballots)} ${facts.kind}${facts.area === null ? "" : `, ${facts.area}`}`;
    case "next":
      return `Next report at ${clock(facts.at)}`;
    case "apart":
      return `Difference: ${facts.points} points`;
    case "ballots":
      return `${write.count(facts.ballots)} ballots counted${facts.of === null ? "" : `, ${facts.of.percent} of ${write.count(facts.of.registered)} registered voters`}`;
    case "others":
      return `Write-ins and others: ${votes(facts.votes)}, ${facts.share}${facts.largest === null ? "" : `, most for ${facts.largest.name} (${votes(facts.largest.votes)})`}`;
  }
}

const DEPENDS: Partial<Record<CallOutcome, string>> = {
  removed: "the officeholder is removed",
  retained: "the officeholder is retained",
  passed: "the other question passes",
  failed: "the other question fails",
};

const LEFT_OUT: Readonly<Record<LeftOutFigure, string>> = {
  precincts: "precincts, more of which reported than there are",
  ballots: "ballots, which are fewer than the votes",
  registered: "registered voters, of whom there would be none",
};

/** Of more than two names, the first and how many others. */
function few(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]} and ${names.length - 1} others` : list(names);
}

/** "10:14 p.m. EDT". */
function clock({ at, timeZone }: Moment): string {
  const { from, zone } = timeSpan(at, at, timeZone, "en-US");
  return `${from.clock.replace(":00", "")} ${from.period === "AM" ? "a.m." : "p.m."} ${zone}`;
}

function votes(n: number): string {
  return `${write.count(n)} ${n === 1 ? "vote" : "votes"}`;
}
