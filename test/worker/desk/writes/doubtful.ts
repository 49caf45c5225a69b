import type { SourceName } from "../../../../src/race/check.ts";
import type { Rule } from "../../../../src/race/gate/rules/index.ts";
import { pollJson, raceJson } from "../fixture.ts";

/** By which door a change comes to a desk. */
export const DOORS = ["PUT", "POST", "restore", "feed"] as const;
export type Door = (typeof DOORS)[number];

/** One row of the manual's table: what a race is, and what would be doubtful of it. */
export type Doubtful = {
  readonly rule: Rule;
  readonly now: string;
  readonly race: object;
  /** What readers have, by section. */
  readonly good: Readonly<Partial<Record<SourceName, object>>>;
  readonly section: SourceName;
  /** What is sent. */
  readonly bad: object;
  readonly doors: readonly Door[];
};

const NIGHT = "2030-06-18T21:00:00-04:00";
const NOON = "2030-06-18T12:00:00-04:00";
const ALL = DOORS;
/** Rows that are merged can't take others away. */
const WHOLE = ["PUT", "restore", "feed"] as const;
/** Feeds fill sections, and race.json is none. */
const RACE = ["PUT", "POST", "restore"] as const;

const count = (area: string, measure: string, value: number, more: object = {}) => ({
  area,
  measure,
  value,
  asOf: "2030-06-18T20:50:00-04:00",
  source: "s",
  ...more,
});
const votes = (area: string, candidate: string, value: number, more: object = {}) =>
  count(area, "votes", value, { candidate, ...more });
const results = (a: number, ...more: object[]) => ({
  counts: [votes("Cobb", "a", a), votes("Cobb", "b", 8000), votes("Fulton", "a", 4000), ...more],
});
const call = (candidate: string, caller: string, at = "2030-06-18T20:55:00-04:00") => ({
  calls: [{ candidate, caller, at, source: "s" }],
});
const polls = (...ids: string[]) => ({ polls: ids.map((id) => pollJson(id, 48, 46)) });
const turnout = (ballots: number) => ({
  counts: [{ date: "2030-06-10", mode: "unspecified", ballots, source: "s" }],
});
const night = (
  rule: Rule,
  bad: object,
  doors: readonly Door[] = ALL,
  good: object = results(9366),
) =>
  ({
    rule,
    now: NIGHT,
    race: raceJson(),
    good: { results: good },
    section: "results",
    bad,
    doors,
  }) as const;
const raceRule = (rule: Rule, bad: object, race: object = raceJson()) =>
  ({
    rule,
    now: NIGHT,
    race,
    good: { results: results(9366) },
    section: "race",
    bad,
    doors: RACE,
  }) as const;

const [ann, bob] = raceJson().candidates;
const { voting } = raceJson();

/** The count has votes of one of them. */
const AREAS = [
  { id: "cobb", name: "Cobb" },
  { id: "bibb", name: "Bibb" },
];

const SILENCE = {
  what: "exit_polls" as const,
  from: "2030-06-18T20:00:00-04:00",
  to: "2030-06-19T08:00:00-04:00",
  law: "TEST Act, s. 1",
};

/** An example of each rule. */
export const DOUBTFUL: readonly Doubtful[] = [
  night("counter_falls", results(9000)),
  { ...night("counter_falls", turnout(900)), good: { turnout: turnout(1200) }, section: "turnout" },
  night("emptied", { counts: [] }, WHOLE),
  night("digit_more", results(93_366)),
  night("jump", results(99_000)),
  night(
    "over_ceiling",
    results(30_000, count("Cobb", "registered", 20_000)),
    ALL,
    results(9366, count("Cobb", "registered", 20_000)),
  ),
  night("future_count", {
    counts: [
      votes("Cobb", "a", 9400, { asOf: "2030-06-18T22:30:00-04:00" }),
      ...results(0).counts.slice(1),
    ],
  }),
  {
    ...night("early_votes", {
      counts: [votes("Cobb", "a", 9366, { asOf: NOON }), votes("Cobb", "b", 8000, { asOf: NOON })],
    }),
    now: NOON,
    good: {},
  },
  { ...night("early_call", call("a", "Wire", NOON)), now: NOON, good: {}, section: "calls" },
  {
    ...night("two_winners", { calls: [...call("a", "Wire").calls, ...call("b", "Station").calls] }),
    good: { calls: call("a", "Wire") },
    section: "calls",
  },
  { ...night("call_trailing", call("b", "Wire"), ["PUT", "POST", "restore"]), section: "calls" },
  {
    ...night("call_alone", call("a", "Wire"), ["PUT", "POST", "restore"]),
    race: raceJson({ gate: { secondPerson: true } }),
    section: "calls",
  },
  {
    ...night("poll_shares", { polls: [pollJson("p1", 60, 50)] }),
    good: { polls: polls("p1") },
    section: "polls",
  },
  {
    ...night("poll_dates", {
      polls: [{ ...pollJson("p1", 48, 46), field: { start: "2031-01-01", end: "2031-01-02" } }],
    }),
    good: { polls: polls("p1") },
    section: "polls",
  },
  {
    ...night("polls_vanish", polls("p1"), WHOLE),
    good: { polls: polls("p1", "p2", "p3", "p4") },
    section: "polls",
  },
  raceRule(
    "candidate_gone",
    raceJson(),
    raceJson({
      candidates: [...raceJson().candidates, { id: "c", name: "Cy Coe", shortName: "Coe" }],
    }),
  ),
  raceRule(
    "candidate_swapped",
    raceJson({ candidates: [{ ...ann!, name: "Somebody Else" }, bob!] }),
  ),
  raceRule(
    "earlier_close",
    raceJson({ voting: { ...voting, closes: "2030-06-18T18:00:00-04:00" } }),
  ),
  {
    ...raceRule(
      "early_certificate",
      raceJson({ certified: [{ by: "Office", at: NOON, source: "s" }] }),
    ),
    now: NOON,
    good: {},
  },
  raceRule(
    "early_complete",
    raceJson({ areas: AREAS, count: { state: "complete" } }),
    raceJson({ areas: AREAS }),
  ),
  {
    ...raceRule("basis_changed", raceJson({ polls: { average: { method: "mean" } } })),
    good: { polls: polls("p1", "p2") },
  },
  raceRule("test_mark_off", raceJson({ test: false })),
  raceRule("basis_changed", raceJson({ asOf: null }), raceJson({ asOf: NIGHT })),
  night("new_round", {
    counts: [...results(9366).counts, votes("Cobb", "a", 9000, { round: 2 })],
  }),
  raceRule("rights_loosened", raceJson(), raceJson({ quiet: [SILENCE] })),
  {
    ...night("rights_loosened", results(9366, votes("Bibb", "a", 200))),
    race: raceJson({
      sources: [
        { id: "s", name: "Source of the tests" },
        { id: "w", name: "TEST Wire", redistribution: "card" },
      ],
    }),
    good: { results: results(9366, votes("Bibb", "a", 200, { source: "w" })) },
  },
  raceRule("gate_loosened", raceJson({ gate: { jumpFactor: 50 } })),
];
