import type { CountedFacts, CountFacts, StandingFacts } from "../../src/wording/count-statement.ts";
import type { CountLineFacts, RemarkFacts } from "../../src/wording/count-statement.ts";
import type { CallFacts, CallOutcome, FiguresFacts } from "../../src/wording/results.ts";

const NAMES = ["Handel", "Ossoff", "Gray", "Hill", "Ibarra"] as const;
const OUTCOMES: readonly CallOutcome[] = [
  "won",
  "advances",
  "runoff",
  "passed",
  "failed",
  "retained",
  "removed",
];
const calls: readonly (readonly CallFacts[])[] = OUTCOMES.flatMap((outcome) =>
  [1, 2, 5].map((n) => [{ outcome, candidates: NAMES.slice(0, n), callers: ["AP"] }]),
);
const figures: readonly FiguresFacts[] = [
  { case: "only", name: "Handel", votes: 1, sole: true },
  { case: "only", name: "Handel", votes: 900, sole: false },
  { case: "tie", names: ["Handel", "Ossoff"], votes: 900 },
  { case: "two", names: ["Handel", "Ossoff"], shares: ["51.8%", "48.2%"], apart: null },
  { case: "two", names: ["Handel", "Ossoff"], shares: ["50.0%", "50.0%"], apart: 12 },
  { case: "two", names: ["A", "B"], shares: ["50.0%", "49.0%"], apart: null, seats: [51, 1] },
];
const needed = { share: "60%", strict: false, of: "votes" } as const;
const ballots = { share: "50%", strict: true, of: "ballots" } as const;
const standings: readonly StandingFacts[] = [
  ...figures.map((own) => ({ case: "figures", figures: own }) as const),
  ...(["seats", "advance"] as const).flatMap((of): StandingFacts[] => [
    { case: "top", names: NAMES.slice(0, 3), places: 3, of },
    { case: "top", names: NAMES.slice(0, 5), places: 12, of },
    { case: "last_tied", names: NAMES.slice(1, 3), votes: 12, of },
  ]),
  { case: "top", names: ["Handel"], places: 1, of: "advance" },
  ...[true, false, null].flatMap((met): StandingFacts[] => [
    { case: "need", name: "Yes", share: "57.1%", of: "ballots", met, needed: [needed], any: false },
    {
      case: "need",
      name: "Yes",
      share: "57.1%",
      of: "ballots",
      met,
      needed: [needed, ballots],
      any: true,
    },
    {
      case: "need",
      name: "Yes",
      share: "57.1%",
      of: "ballots",
      met,
      needed: [needed, ballots],
      any: false,
    },
  ]),
];
const counted: readonly CountedFacts[] = [
  { of: "precincts", counted: 1, total: 1 },
  { of: "precincts", counted: 120, total: 208 },
  { of: "precincts", counted: 50, total: null },
  { of: "counties", counted: 1, total: 3 },
  { of: "areas", counted: 0, total: 1 },
  { of: "expected", percent: 0.4, by: "AP" },
  { of: "expected", percent: 82, by: "AP" },
];
const at = { at: "2017-06-21T02:14:00Z", timeZone: "America/New_York" } as const;

/** What the sentence of a count is tried with. */
export const COUNTS: readonly CountFacts[] = [
  { case: "none" },
  ...[true, false].map((today) => ({ case: "voting", closes: { ...at, today } }) as const),
  { case: "unopposed", names: NAMES.slice(0, 1) },
  { case: "unopposed", names: NAMES.slice(0, 2) },
  { case: "retracted", callers: ["AP"] },
  { case: "retracted", callers: ["AP", "Ibis News"] },
  { case: "recount", points: "0.2" },
  { case: "recount", points: null },
  { case: "lot", votes: 11_608 },
  { case: "too_early" },
  { case: "too_close", apart: 312 },
  { case: "too_close", apart: null },
  ...[true, false].flatMap((flag): CountFacts[] => [
    { case: "ranked", round: 4, of: 6, official: flag, name: "Handel", share: "51.2%" },
    ...calls.map((own): CountFacts => {
      const runoffDate = flag ? "June 20" : null;
      return { case: "called", calls: own, question: "Measure B", trailing: flag, runoffDate };
    }),
  ]),
  ...standings.flatMap((standing): CountFacts[] => [
    { case: "certified", date: "June 26", standing },
    ...counted.flatMap((own) =>
      [true, false].map(
        (complete) =>
          ({ case: "counting", standing, counted: own, early: !complete, complete }) as const,
      ),
    ),
  ]),
];

/** What the line over a count is tried with. */
export const COUNT_LINES: readonly CountLineFacts[] = [null, ...counted].flatMap((own) =>
  [true, false].flatMap((flag) => [
    { counted: own, paused: flag, unofficial: !flag, at },
    { counted: own, paused: !flag, unofficial: !flag, at: null },
  ]),
);

/** What remarks are tried with. */
export const REMARKS: readonly RemarkFacts[] = [
  { say: "means", yes: "TEST", no: null },
  { say: "means", yes: "TEST", no: "TEST" },
  { say: "seats", seats: 3, voteFor: 1 },
  { say: "seats", seats: 3, voteFor: 2 },
  { say: "of_ballots" },
  { say: "first_choices" },
  { say: "hurdle", share: "5%", except: [] },
  { say: "hurdle", share: "5%", except: ["TEST A", "TEST B"] },
  ...OUTCOMES.map((outcome) => ({ say: "depends", contest: "test-a", outcome }) as const),
  ...(["precincts", "ballots", "registered"] as const).flatMap((figure): RemarkFacts[] => [
    { say: "left_out", figure, areas: ["Cobb"] },
    { say: "left_out", figure, areas: ["Cobb", "Fulton", "DeKalb"] },
  ]),
  { say: "unreported", areas: ["Cobb"] },
  { say: "unreported", areas: ["Cobb", "Fulton"] },
  { say: "advance", places: 1 },
  { say: "advance", places: 2 },
  ...[true, false, null].map((met) => ({ say: "turnout", share: "50%", met }) as const),
  { say: "flip", before: "TEST" },
  ...(["withdrawn", "deceased"] as const).flatMap((how): RemarkFacts[] => [
    { say: "gone", name: "Handel", how, since: "June 2" },
    { say: "gone", name: "Handel", how, since: null },
  ]),
  { say: "declared", by: "TEST", at },
  { say: "majority", votes: 1 },
  { say: "majority", votes: 2345 },
  { say: "swing", from: "A", to: "B", points: "3.2", notional: true },
  { say: "swing", from: "A", to: "B", points: "3.2", notional: false },
  { say: "recount", by: "TEST", within: null },
  { say: "recount", by: null, within: "0.5%" },
  { say: "recount", by: null, within: null },
  { say: "retracted", caller: "AP", at, why: "TEST" },
  { say: "retracted", caller: "AP", at, why: null },
  { say: "decided", by: "lot" },
  { say: "decided", by: "court" },
  { say: "open", by: "AP", why: "TEST" },
  { say: "open", by: "AP", why: null },
  { say: "outstanding", ballots: 1200, kind: "TEST", area: "Cobb" },
  { say: "outstanding", ballots: 1200, kind: "TEST", area: null },
  { say: "next", at },
  { say: "apart", points: "3.6" },
  { say: "ballots", ballots: 1234, of: null },
  { say: "ballots", ballots: 1234, of: { percent: "58.2%", registered: 447_826 } },
  { say: "others", votes: 1, share: "0.1%", largest: null },
  { say: "others", votes: 1234, share: "2.1%", largest: { name: "Cy Pine", votes: 3 } },
];
