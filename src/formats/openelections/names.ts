import type { ResultMeasure } from "../../race/sections/results/source.ts";
import { plainWords, strayVotes } from "../match/vote-mode.ts";

/** People that a file counts, by place and not by contest. */
export type People = Extract<ResultMeasure, "registered" | "ballots">;

/** What a row of a contest counts; `unused` is what no result needs: its total, blank ballots. */
export type RowMeasure =
  | People
  | Extract<ResultMeasure, "votes" | "undervotes" | "overvotes">
  | "unused";

/** Whether a row is a contest's, or the whole file's; null is something else about people. */
export type RowKind =
  | { readonly of: "contest"; readonly measure: RowMeasure }
  | { readonly of: "file"; readonly measure: People | null };

const REGISTERED = /^(?:total )?(?:reg(?:istered)?(?: voters?)?|registration)(?: total)?$/;
const BALLOTS =
  /^(?:total )?ballots(?: cast| counted)?(?: total)?$|^(?:number of )?(?:ballots|times) (?:cast|counted)$/;
/** What no result needs, by the whole name. */
const UNUSED = new RegExp(
  `^(?:${[
    // New York City gives each contest the ballots of its machines and envelopes.
    "public counter",
    "(?:manually counted )?emergency",
    "absentee(?: military)?",
    "federal",
    "affidavit",
    "special presidential",
    // Sums.
    "(?:contest )?totals?",
    "(?:total )?(?:votes?|cast votes?|votes cast)",
    "totalvotes",
    "total votes cast",
    "voters?",
    "whole number",
    // Shares of the voters.
    "(?:voter )?turnout(?: (?:pct|percent(?:age)?))?",
    "(?:pct|percent(?:age)?)(?: voter)? turnout",
    // Ballots without a vote for anybody.
    "(?:under|over) ?(?:votes? )?(?:and )?(?:under|over) ?votes?",
    "(?:cast )?(?:blanks?|void(?:ed|s)?)(?: (?:votes|ballots))?(?: (?:and )?(?:blanks?|voids?|scatterings?))*",
    "(?:blanks?|under ?votes?|over ?votes?) (?:blanks?|under|over|under ?votes?|over ?votes?)",
    "(?:total )?ballots(?: cast)? blank",
    "(?:state|federal|spoiled|exhausted) ballots?",
    "exhausted(?: votes?)?",
    "residual(?: votes?)?",
  ].join("|")})$`,
);

/**
 * What a row of this office and candidate counts. Files give voters and ballots under offices of
 * their own, with or without a candidate, and some under the contest's.
 */
export function rowKind(office: string, candidate: string): RowKind {
  const [of, who] = [plainWords(office), plainWords(candidate)];
  if (of === "voters" || of === "turnout") return { of: "file", measure: peopleIn(who) };
  if (peopleIn(of) !== null || NO_OFFICE.test(of) || strayVotes(office) !== null)
    return { of: "file", measure: peopleIn(of) };
  const measure = peopleIn(who) ?? strayVotes(candidate) ?? (UNUSED.test(who) ? "unused" : "votes");
  return { of: "contest", measure };
}

function peopleIn(plain: string): People | null {
  if (REGISTERED.test(plain)) return "registered";
  return BALLOTS.test(plain) ? "ballots" : null;
}

/** Numbers of people, ballots and sheets under an office of their own. */
const NO_OFFICE =
  /^(?:blanks?|voids?)$|^(?:registered voters|ballots (?:cast|blank)|blank ballots|(?:cards|voters|votes) cast$)|\bballots cast$|\bturnout\b/;

const TOTAL =
  /^(?:(?:grand|county|state|statewide|overall|contest) )?totals?(?: votes?)?$|^(?:(?:county|grand) )?(?:sum|summary)$|^all$|^(?:state|county|jurisdiction|district|election) ?wide$|^(?:all (?:counties|precincts|wards|towns)|(?:whole|entire) (?:county|state))$/;

/**
 * Whether a name is that of a sum: `total` of all there is, or `subtotal` of some of it, such as
 * `Total NYC`. The county's own name is neither: many a county has a city of its name.
 */
export function totalIn(name: string, county: string): "total" | "subtotal" | null {
  const plain = plainWords(name);
  if (TOTAL.test(plain)) return "total";
  const of = /^(?:sub)?totals? (.+)$|^(.+) (?:sub)?totals?$/.exec(plain);
  if (of === null) return null;
  const place = plainWords(county).replace(/ (county|parish)$/, "");
  const named = (of[1] ?? of[2] ?? "").replace(/ (county|parish)$/, "");
  return place !== "" && named === place ? "total" : "subtotal";
}

/** Whether a place bears its county's name: `ASH CA` and `Ash County` in Ash. */
export function bearsCountyName(place: string, county: string): boolean {
  const bare = (name: string) => plainWords(name).replace(/ (county|parish)$/, "");
  const [of, name] = [bare(county), plainWords(place)];
  return (
    of !== "" &&
    (bare(name) === of || (name.startsWith(`${of} `) && /^ [a-z]{2}$/.test(name.slice(of.length))))
  );
}
