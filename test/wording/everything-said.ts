import { COUNT_LINES, COUNTS, REMARKS } from "./count-facts.ts";
import type { Language } from "../../src/wording/language.ts";
import type {
  DisagreementFacts,
  LeadFacts,
  Margins,
  Place,
  QuietFigures,
} from "../../src/wording/statements.ts";
import type { VoteMode } from "../../src/wording/common.ts";
import type { CorrectionFacts } from "../../src/wording/correction.ts";
import type { HistoryFacts } from "../../src/wording/history.ts";
import type { DollarsFacts, MoneyFacts } from "../../src/wording/money.ts";
import type { TimelineFacts } from "../../src/wording/timeline.ts";
import type { TurnoutFacts } from "../../src/wording/turnout.ts";

type Topic = Exclude<keyof Language, "marks" | "write">;
type Sentence = (...facts: never[]) => string;
type SentencesOf<T> = { [K in keyof T as T[K] extends Sentence ? K : never]: T[K] };

/** What each sentence is tried with: a sentence that no facts are given for doesn't compile. */
type Tries = {
  readonly [T in Topic]: {
    readonly [K in keyof SentencesOf<Language[T]>]: readonly Parameters<
      Extract<Language[T][K & keyof Language[T]], Sentence>
    >[];
  };
};

const QUIET: readonly QuietFigures[] = [
  "polls",
  "new_polls",
  "exit_polls",
  "turnout",
  "results",
  "calls",
  "money",
  "history",
];
const SPAN = {
  from: "2017-06-21T01:12:00Z",
  until: "2017-06-21T01:31:00Z",
  timeZone: "America/New_York",
};
const MODES: readonly VoteMode[] = [
  "early_in_person",
  "absentee_mail",
  "election_day",
  "provisional",
  "unspecified",
];
const CORRECTIONS: readonly CorrectionFacts[] = [
  ...MODES.flatMap((mode): CorrectionFacts["figure"][] => [
    { what: "votes", whom: "Handel", mode, area: "Cobb", was: 9636, is: 9366 },
    { what: "ballots", mode, date: "2017-06-12", was: 9636, is: null },
  ]),
  { what: "votes", whom: "Handel", mode: "unspecified", area: null, was: 1, is: 0 } as const,
  { what: "share", whom: "Handel", pollster: "TEST Poll", was: 49, is: 48.5 } as const,
  { what: "other" } as const,
].map((figure) => ({ ...SPAN, figure }));
const places: readonly Place[] = [1, 2, 3, 4].map((n) => ({
  names: ["Handel", "Ossoff", "Ibarra", "Gray"].slice(0, n),
  share: 49,
}));
const [one] = places as [Place];
const leads: readonly LeadFacts[] = [
  { case: "none" },
  { case: "few" },
  { case: "single", top: one },
  ...places.slice(1).flatMap((top): LeadFacts[] => [
    { case: "tie", top, candidates: top.names.length },
    { case: "tie", top, candidates: 30 },
  ]),
  ...places.flatMap((next): LeadFacts[] => [
    { case: "within", top: one, next },
    { case: "slight", top: one, next: { ...next, share: 48.8 } },
    { case: "clear", top: one, next: { ...next, share: 44 } },
  ]),
];
const margins: readonly Margins[] = [
  "bothInside",
  "oursInside",
  "theirsInside",
  "bothOutside",
  "tieInside",
  "tieOutside",
];
const disagreements: readonly DisagreementFacts[] = margins.flatMap((margin) =>
  [
    { case: "ahead", candidate: "Ossoff", points: 0.4 } as const,
    ...places.slice(1).map(({ names }) => ({ case: "tie", names }) as const),
  ].flatMap((ours) =>
    [1, 2.5].map((points) => ({
      publisher: "Test Average",
      candidate: "Handel",
      points,
      ours,
      margins: margin,
    })),
  ),
);

const label = "the 2015 round";
const turnouts: readonly TurnoutFacts[] = [
  { case: "none" },
  ...[true, false].flatMap((rounded): TurnoutFacts[] => {
    const ballots = { ballots: 140_308, rounded };
    return [
      { case: "cast", ...ballots },
      { case: "early", ...ballots },
      { case: "same", label, ...ballots },
      { case: "percent", percent: 49, label, ...ballots },
      { case: "percent", percent: -53, label, ...ballots },
      { case: "times", times: 2, label, ...ballots },
      { case: "times", times: 2.5, label, ...ballots },
    ];
  }),
];

const pasts: readonly HistoryFacts[] = [
  { case: "none" },
  { case: "votes" },
  { case: "flipped", from: "D", to: "R", since: 2011 },
  ...[true, false].flatMap((atLeast): HistoryFacts[] => [
    { case: "held", by: "R", since: 1979, atLeast },
    { case: "person", by: "Ibarra", since: 1979, atLeast },
  ]),
  { case: "last", name: "Ibarra (R)", year: 2016, share: "62%" },
  { case: "last", name: "Ibarra (R)", year: 2016, share: null },
];

const events: readonly TimelineFacts[] = [
  { case: "none" },
  { case: "today", text: "TEST", more: 0 },
  { case: "today", text: "TEST", more: 2 },
  { case: "next", text: "TEST", when: "20:00" },
  { case: "past", text: "TEST", when: "20:00" },
];

const dollars: readonly DollarsFacts[] = [450_000, 1_000_000, 23_600_000, 2_300_000_000].flatMap(
  (amount) =>
    [
      { atMost: false, atLeast: false, rounded: false },
      { atMost: true, atLeast: false, rounded: true },
      { atMost: false, atLeast: true, rounded: false },
      { atMost: false, atLeast: false, rounded: true },
    ].map((sure) => ({ amount, ...sure })),
);
const [some] = dollars as [DollarsFacts];
const monies: readonly MoneyFacts[] = [
  { case: "none" },
  { case: "known" },
  ...dollars.map((total): MoneyFacts => ({ case: "total", total })),
  { case: "raised", first: { name: "Handel", raised: some }, next: null },
  {
    case: "raised",
    first: { name: "Handel", raised: some },
    next: { name: "Ossoff", raised: some },
  },
];

const NUMBERS = [0, 1, 2, 1234] as const;
const TRIES: Tries = {
  common: {
    unknownRace: [["us-xx"]],
    missing: [["X"]],
    stale: [[20], [720], [9 * 3600], [3 * 86_400]],
    notUpdated: [["20:00"]],
    asOf: [["20:00"]],
    correction: [["20:00"]],
    about: [["26"]],
    range: [["26", "27"]],
    otherCandidates: [[1], [2], [25]],
  },
  polls: {
    forSponsor: [["Test Fund"]],
    partisan: [["R"]],
    method: [[4, 20]],
  },
  pollsMore: {
    askedBy: [[9, 14]],
    weight: [[12.5]],
    populations: [
      [
        [
          ["lv", 3],
          ["rv", 2],
          ["v", 1],
          ["a", 1],
          ["unknown", 4],
        ],
      ],
    ],
    withoutPartisan: [["Ash 47.5, Birch 45.6"]],
    leftOut: [["X"]],
    allLeftOut: [
      [[{ reason: "X", polls: ["TEST Poll", "TEST Panel"] }], 0],
      [[{ reason: "X", polls: ["TEST Poll"] }], 1200],
      [[], 2],
    ],
    weights: [
      [
        {
          method: "weighted",
          halfLifeDays: 18,
          crowdingDays: 90,
          referenceSample: 1200,
          sampleCap: 1.5,
          partisanFactor: 0.5,
          partisanLimit: 1 / 3,
        },
      ],
      [{ method: "mean", windowDays: 21, roundInputs: true, partisanLimit: 1 / 3 }],
      [{ method: "mean", windowDays: 21, roundInputs: false, partisanLimit: 1 / 3 }],
      [{ method: "decay", windowDays: 30, partisanFactor: 0.5, partisanLimit: 1 / 3 }],
    ],
    intervals: [
      [{ shared: { share: 2, lead: 4 }, people: 3210 }],
      [{ shared: { share: 2, lead: 4 }, people: null }],
    ],
    leadInterval: [
      [
        {
          first: "Ash",
          second: "Birch",
          points: 0.4,
          low: -7.9,
          high: 8.7,
          inner: { low: -2.1, high: 2.9 },
        },
      ],
    ],
    notStated: [[["question", "mode", "frame", "probability", "weighting", "payer", "report"]]],
    neverStated: [[["question", "mode"]]],
  },
  turnout: {
    totalBefore: [[label]],
    shareOf: [["26.5"]],
    running: [[label], [null]],
  },
  turnoutMore: {},
  results: {
    needed: [["60%"]],
    seatsOf: [[1], [2]],
    review: [
      ["Cobb", "20:00"],
      [null, "20:00"],
    ],
    pinned: [
      ["Cobb", "20:00", "TEST"],
      [null, "20:00", "TEST"],
    ],
    calledBy: places.map(({ names }) => [names, [{ caller: "Test Wire", when: "20:00" }]]),
    certifiedBy: [["Test Office", "20:00"]],
    counted: NUMBERS.map((n) => [n]),
    lowered: [
      ["Cobb", 1200],
      [null, 1],
    ],
    projections: [[1]],
    byArea: [
      ["counties", 159],
      ["areas", 3],
    ],
  },
  resultsMore: {
    reported: [
      [35, 46],
      [35, null],
    ],
    estimated: [["82%"]],
    review: [["20:00"]],
    most: [["Cy Pine", "1,234"]],
    all: [[159]],
    first: [[300, 5000]],
    otherTime: [["20:00"], [null]],
    change: [["2016"]],
    quota: [["1,234.5"]],
    projectedBy: [["TEST", "20:00"]],
  },
  history: {
    headline: pasts.map((facts) => [facts]),
    ahead: [
      [1, false],
      [2, true],
    ],
    borders: [[["2012"]], [["1992", "2012"]]],
    since: [["2005"]],
  },
  timeline: {
    headline: events.map((facts) => [facts]),
    withYear: [["20:00", "2016"]],
    earlier: [[1], [2]],
  },
  money: {
    headline: monies.map((facts) => [facts]),
    dollars: dollars.map((facts) => [facts]),
    outsideTotal: [["26"]],
    committees: [["Handel", "26"]],
  },
  page: { updated: [["June 20, 9:41 p.m."]] },
  statements: {
    turnout: turnouts.map((facts) => [facts]),
    lead: leads.map((facts) => [facts]),
    disagreement: disagreements.map((facts) => [facts]),
    quiet: QUIET.map((what) => [{ what, until: "June 20 at 8:00 PM", law: "TEST Act, s. 1" }]),
    count: COUNTS.map((facts) => [facts]),
    countLine: COUNT_LINES.map((facts) => [facts]),
    remark: REMARKS.map((facts) => [facts]),
    correction: CORRECTIONS.map((facts) => [facts]),
    notPassedOn: NUMBERS.map((n) => [n]),
  },
};

/** Everything that a language says, by where it stands: its labels, and each sentence of all facts. */
export function everythingSaid(language: Language): ReadonlyMap<string, string> {
  const topics = Object.keys(TRIES) as Topic[];
  return new Map(topics.flatMap((topic) => said(topic, language[topic], TRIES[topic])));
}

function said(path: string, words: unknown, tries: unknown): (readonly [string, string])[] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") {
    const all = tries as readonly (readonly unknown[])[];
    return all.map((facts) => [`${path} ${JSON.stringify(facts)}`, words(...facts) as string]);
  }
  const own = tries as Readonly<Record<string, unknown>> | undefined;
  return Object.entries(words as object).flatMap(([name, more]) =>
    said(`${path}.${name}`, more, own?.[name]),
  );
}
