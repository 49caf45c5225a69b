import type { Issue } from "../../checked.ts";
import { listOf } from "../../diff/list.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import type { SectionDefinition } from "../definition.ts";
import { callsBy, type CallsSource } from "../calls/source.ts";
import { referencesOf } from "../references.ts";
import { duplicates, mergeRows } from "../rows.ts";
import { countStatements } from "../../statements/count-statements.ts";
import { compileAreas, unreportedNow } from "./compile-areas.ts";
import { compileResults } from "./compile-results.ts";
import {
  resultCount,
  resultCountKey,
  resultPart,
  type ResultsSource,
  resultsSource,
} from "./source.ts";
import {
  type ResultsSection,
  resultsSection,
  type ResultsSummary,
  resultsSummary,
} from "./summary.ts";
import { standingBeside } from "./supersede.ts";

type ResultsData = { readonly race: RaceFacts; readonly results: ResultsSource | null };

export const results = {
  source: resultsSource,
  rows: {
    list: "counts",
    schema: resultCount,
    name: "result count",
    knownFrom: ({ asOf }) => asOf,
    // A count takes the place of the one before it: hidden for a clock that runs fast, it would
    // leave nothing.
    clockSkewMs: 600_000,
    key: resultCountKey,
    figures: ["value"],
    part: resultPart,
  },
  summary: resultsSummary,
  full: resultsSection,
  csv: {
    columns: [
      "round",
      "area",
      "measure",
      "candidate",
      "other",
      "line",
      "mode",
      "value",
      "as_of",
      "source",
    ],
    required: ["area", "measure", "value", "as_of", "source"],
    editorsOnly: [],
    telling: ["area", "measure", "value"],
  },
  fedBy: "feed",
  merge: (base, patch) => ({
    counts: mergeRows(
      standingBeside(base?.counts ?? [], patch.counts),
      patch.counts,
      resultCountKey,
    ),
  }),
  check: checkResults,
  unfilled: ({ race, calls }, asOf) =>
    speaks(race, calls) || isVoting(race, asOf) ? { counts: [] } : null,
  compile: (source, { race, calls }, { asOf }) => {
    const { areas, count } = race;
    const facts = {
      candidates: race.candidates.map(({ id }) => id),
      contest: race,
      speaks: speaks(race, calls),
      isVoting: isVoting(race, asOf),
      calls: callsBy(calls, asOf),
      sources: race.sources,
      areas,
      count,
      isFinal:
        race.certified.some(({ at }) => Date.parse(at) <= Date.parse(asOf)) ||
        ["complete", "canvass", "recount"].includes(count.state ?? ""),
    };
    const compiled = compileResults(source, facts);
    const unreported = unreportedNow(source, areas);
    const summary = compiled && {
      ...compiled,
      ...countStatements({ race, calls, asOf, results: compiled, unreported }),
    };
    const { counts } = source;
    const full = {
      results: summary,
      areas: compileAreas(source, facts),
      unreported,
      counts,
    };
    return { summary, full };
  },
  passedOn: ({ counts }, mayPass) => ({
    results: null,
    areas: [],
    unreported: [],
    counts: counts.filter(mayPass),
  }),
  drawn: ({ areas: _, ...summary }) => ({
    ...summary,
    rounds: summary.rounds.map((round) => ({ ...round, undervotes: null, overvotes: null })),
  }),
  lists: {
    rounds: listOf<ResultsSummary["rounds"][number]>({
      key: (item) => String(item.n),
      name: (item) => `round ${item.n}`,
      skip: ["n"],
    }),
  },
  words: { rounds: "" },
} as const satisfies SectionDefinition<
  ResultsSource,
  ResultsSummary,
  ResultsSection,
  ResultsData & { readonly calls: CallsSource | null }
>;

/** Whether callers or the race itself say how it ends, whatever is counted. */
function speaks({ candidates, tabulations = [] }: RaceFacts, calls: CallsSource | null): boolean {
  return (
    (calls?.calls ?? []).length > 0 ||
    tabulations.length > 0 ||
    candidates.some(({ uncontested }) => uncontested)
  );
}

/** Then the count has one thing to say: when polls close. */
function isVoting({ voting: { opens, closes } }: RaceFacts, asOf: string): boolean {
  const now = Date.parse(asOf);
  return Date.parse(opens) <= now && now < Date.parse(closes);
}

function checkResults({ race, results: source }: ResultsData): readonly Issue[] {
  const known = referencesOf(race);
  const rows = source?.counts ?? [];
  return [
    ...duplicates(
      rows,
      (c) =>
        [
          c.round,
          c.area,
          c.measure,
          c.candidate ?? (c.other === null ? "" : `other: ${c.other}`),
          ...(c.line === undefined ? [] : [c.line]),
          c.mode,
        ].join(" / "),
      "results.counts",
      "area",
      "row",
    ),
    ...rows.flatMap((c, i) => [
      ...known.source(c.source, `results.counts.${i}.source`),
      ...known.candidate(c.candidate, `results.counts.${i}.candidate`),
    ]),
  ];
}
