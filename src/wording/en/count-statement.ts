import { cautious } from "../headline-shares.ts";
import type { CountedFacts, CountFacts, NeededFacts, StandingFacts } from "../count-statement.ts";
import { capitalized } from "../phrase.ts";
import type { CallFacts, FiguresFacts } from "../results.ts";
import { timeSpan } from "../time-span.ts";
import { list, write } from "./marks.ts";

const WORDS = "zero one two three four five six seven eight nine ten".split(" ");
const OF = { votes: "", ballots: " of ballots", registered: " of registered voters" } as const;

/** "Handel 51.8%, Ossoff 48.2%; AP estimates 82% counted". */
export function count(facts: CountFacts): string {
  return capitalized(said(facts));
}

function said(facts: CountFacts): string {
  switch (facts.case) {
    case "none":
      return "No votes counted yet";
    case "voting":
      return `Polls close ${closing(facts.closes)}`;
    case "unopposed":
      return `${few(facts.names)} ${facts.names.length > 1 ? "run" : "runs"} unopposed`;
    case "retracted":
      return `${few(facts.callers)} ${facts.callers.length > 1 ? "withdraw their calls" : "withdraws its call"}; no winner declared`;
    case "recount":
      return `Recount under way${facts.points === null ? "" : `; margin ${facts.points} percentage points`}`;
    case "lot":
      return `Tied at ${plural(facts.votes, "vote")}; winner to be drawn by lot`;
    case "called":
      return facts.calls.map((call) => called(call, facts)).join("; ");
    case "certified":
      return `Certified ${facts.date}: ${standing(facts.standing, true)}`;
    case "too_early":
      return "Too early to call";
    case "too_close":
      return `Too close to call${facts.apart === null ? "" : `: ${plural(facts.apart, "vote")} apart`}`;
    case "ranked":
      return `Round ${facts.round} of ${facts.of}, ${facts.official ? "official" : "unofficial"}: ${facts.name} ${facts.share} of continuing ballots`;
    case "counting": {
      const far = facts.counted === null ? "" : `; ${countedOf(facts.counted, facts.early)}`;
      const open = facts.complete ? "; no winner declared" : "";
      return `${facts.early ? "Early count: " : ""}${standing(facts.standing)}${far}${open}`;
    }
  }
}

function called(
  { outcome, candidates, callers }: CallFacts,
  { question, trailing, runoffDate }: Extract<CountFacts, { case: "called" }>,
): string {
  const many = candidates.length > 1;
  const by = `${few(callers)} ${callers.length > 1 ? "say" : "says"}`;
  switch (outcome) {
    case "won":
      return trailing
        ? `${few(callers)}: ${few(candidates)} ${many ? "win" : "wins"}, trailing in votes counted so far`
        : `${few(candidates)} ${many ? "win" : "wins"}, ${by}`;
    case "advances":
      return `${few(candidates)} ${many ? "advance" : "advances"}, ${by}`;
    case "runoff":
      return `${candidates.length > 3 ? few(candidates) : candidates.join(", ")} ${many ? "advance" : "advances"} to ${runoffDate === null ? "" : `${runoffDate} `}runoff`;
    case "passed":
    case "failed":
      return `${question} ${outcome === "passed" ? "passes" : "fails"}, ${by}`;
    case "retained":
    case "removed":
      return `${question} ${outcome}, ${by}`;
  }
}

function standing(facts: StandingFacts, first = false): string {
  switch (facts.case) {
    case "figures":
      return figures(facts.figures, first);
    case "top": {
      const places = WORDS[facts.places] ?? write.count(facts.places);
      const names = facts.names.length > 3 ? few(facts.names) : facts.names.join(", ");
      const what = facts.of === "seats" ? `${places} seats` : `${places} advance`;
      return facts.places === 1
        ? `${names} first; one advances`
        : `${names} in top ${places}; ${what}`;
    }
    case "last_tied":
      return `${few(facts.names)} tied at ${plural(facts.votes, "vote")} for last ${facts.of === "seats" ? "seat" : "place"}`;
    case "need": {
      const [need] = facts.needed;
      const has = `${facts.name} ${facts.share}${OF[facts.of]}`;
      if (facts.needed.length === 1 && need && !need.strict && facts.met !== null)
        return `${has}, ${facts.met ? "above" : "short of"} required ${need.share}`;
      const each = facts.needed.length === 1 ? bare : needed;
      const all = facts.needed.map(each).join(facts.any ? " or " : " and ");
      return `${has}; ${all} required`;
    }
  }
}

/** Without what it is of, where that has been said. */
function bare({ share, strict }: NeededFacts): string {
  return `${strict ? "more than " : ""}${share}`;
}

function needed({ share, strict, of }: NeededFacts): string {
  return `${strict ? "more than " : ""}${share}${OF[of]}`;
}

function figures(facts: FiguresFacts, first: boolean): string {
  switch (facts.case) {
    case "only":
      return facts.sole
        ? `${facts.name}, the only candidate, has ${plural(facts.votes, "vote")}`
        : `${facts.name} has ${plural(facts.votes, "vote")}; none reported for others`;
    case "tie":
      return `${few(facts.names)} tied at ${plural(facts.votes, "vote")}`;
    case "two": {
      const { names, shares, apart } = facts;
      if (facts.seats)
        return names
          .map((name, i) => `${name} ${shares[i]}, ${plural(facts.seats?.[i] ?? 0, "seat")}`)
          .slice(0, first ? 1 : 2)
          .join("; ");
      if (first) return `${names[0]} ${shares[0]}`;
      const gap = apart === null ? "" : `, ${plural(apart, "vote")} apart`;
      return `${names[0]} ${shares[0]}, ${names[1]} ${shares[1]}${gap}`;
    }
  }
}

const PLACES = {
  precincts: ["precinct", "precincts"],
  counties: ["county", "counties"],
  areas: ["area", "areas"],
} as const;

export function countedOf(facts: CountedFacts, early: boolean): string {
  if (facts.of === "expected") {
    const percent = cautious(facts.percent, 1, write.count(Math.round(facts.percent)), write);
    if (!early) return `${facts.by} estimates ${percent} counted`;
    return `${percent.startsWith("<") ? "" : "about "}${percent} counted`;
  }
  const { counted, total, of } = facts;
  return total === null
    ? `${plural(counted, "place")} reporting`
    : `${write.count(counted)} of ${write.count(total)} ${PLACES[of][total === 1 ? 0 : 1]} reporting`;
}

/** "at 7 p.m. EDT", with the day where that isn't today. */
function closing({
  at,
  timeZone,
  today,
}: Extract<CountFacts, { case: "voting" }>["closes"]): string {
  const { from, zone } = timeSpan(at, at, timeZone, "en-US");
  const time = `${from.clock.replace(":00", "")} ${from.period === "AM" ? "a.m." : "p.m."}`;
  return `at ${time} ${zone}${today ? "" : ` on ${write.date(from.day)}`}`;
}

/** Of more than three names, the first two and how many others. */
function few(names: readonly string[]): string {
  return names.length > 3
    ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} others`
    : list(names);
}

function plural(n: number, one: string): string {
  return `${write.count(n)} ${one}${n === 1 ? "" : "s"}`;
}
