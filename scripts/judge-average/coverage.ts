import { averagePolls } from "../../src/race/average/average.ts";
import { averageSettings } from "../../src/race/sections/polls/settings.ts";
import { poll as pollSchema, type Poll } from "../../src/race/sections/polls/source.ts";
import { isoDate, rowsOf, sampleOf, type Row } from "./files.ts";

/** One contest: its polls of the last three weeks, and the lead that came out. */
type Contest = {
  readonly polls: readonly Poll[];
  readonly electionDate: string;
  /** First candidate less second, in points. */
  readonly actual: number;
};

/** How often intervals of the lead held the result, among contests with so many polls. */
export type Coverage = {
  readonly polls: string;
  readonly contests: number;
  readonly inner: number;
  readonly outer: number;
};

const CLASSES = [
  { polls: "1", from: 1, to: 1 },
  { polls: "2 to 4", from: 2, to: 4 },
  { polls: "5 to 9", from: 5, to: 9 },
  { polls: "10 to 19", from: 10, to: 19 },
  { polls: "20 and more", from: 20, to: Infinity },
  { polls: "10 and more", from: 10, to: Infinity },
  { polls: "all", from: 1, to: Infinity },
] as const;

const CANDIDATES = [
  { id: "first", shortName: "First" },
  { id: "second", shortName: "Second" },
];

/**
 * Coverage on the general elections of FiveThirtyEight's list of polls with results. A contest of
 * partisan polls alone has no average, so its polls are taken as independent here: the interval
 * is judged, not the rule.
 */
export function coverage(folder: string): readonly Coverage[] {
  const judged = contestsOf(rowsOf(folder, "raw_polls_1998-2022.csv")).map((contest) => ({
    count: contest.polls.length,
    ...held(contest),
  }));
  return CLASSES.map(({ polls, from, to }) => {
    const among = judged.filter(({ count }) => count >= from && count <= to);
    const share = (of: (one: (typeof judged)[number]) => boolean) =>
      among.filter(of).length / among.length;
    return {
      polls,
      contests: among.length,
      inner: share((one) => one.inner),
      outer: share((one) => one.outer),
    };
  }).filter(({ contests }) => contests > 0);
}

function contestsOf(rows: readonly Row[]): readonly Contest[] {
  const general = rows.filter(
    ({ type_simple = "", cand1_pct, cand2_pct, cand1_actual }) =>
      type_simple.endsWith("-G") && cand1_pct !== "" && cand2_pct !== "" && cand1_actual !== "",
  );
  return [...Map.groupBy(general, ({ race_id }) => race_id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    return {
      polls: own.map(toPoll),
      electionDate: isoDate(first.electiondate),
      actual: Number(first.cand1_actual) - Number(first.cand2_actual),
    };
  });
}

function held({ polls, electionDate, actual }: Contest) {
  const independent = polls.some(({ partisan }) => partisan === null);
  const { lead, shares } = averagePolls(
    independent ? polls : polls.map((poll) => ({ ...poll, partisan: null })),
    {
      settings: averageSettings.parse({ method: "weighted" }),
      candidates: CANDIDATES,
      asOf: `${electionDate}T23:59:59Z`,
      timeZone: "UTC",
    },
  );
  const result = shares[0]?.candidate === "first" ? actual : -actual;
  const holds = (one: { readonly low: number | null; readonly high: number | null } | null) =>
    (one?.low ?? Infinity) <= result && result <= (one?.high ?? -Infinity);
  return { inner: holds(lead.inner), outer: holds(lead) };
}

function toPoll(row: Row): Poll {
  return pollSchema.parse({
    id: `538:${row.poll_id}:${row.question_id}`,
    survey: `538:${row.poll_id}`,
    pollster: row.pollster,
    field: { middle: isoDate(row.polldate) },
    sample: sampleOf(row.samplesize),
    shares: [
      { candidate: "first", share: Number(row.cand1_pct) },
      { candidate: "second", share: Number(row.cand2_pct) },
    ],
    partisan: row.partisan || null,
    source: "538",
  });
}
