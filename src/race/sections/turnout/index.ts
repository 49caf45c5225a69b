import type { Issue } from "../../checked.ts";
import { listOf } from "../../diff/list.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import type { SectionDefinition } from "../definition.ts";
import { referencesOf } from "../references.ts";
import { duplicates, mergeRows } from "../rows.ts";
import { compileTurnout } from "./compile-turnout.ts";
import {
  ballotCount,
  type BallotCount,
  ballotCountKey,
  type TurnoutSource,
  turnoutSource,
} from "./source.ts";
import {
  type TurnoutSection,
  turnoutSection,
  type TurnoutSummary,
  turnoutSummary,
} from "./summary.ts";

type TurnoutData = { readonly race: RaceFacts; readonly turnout: TurnoutSource | null };

export const turnout = {
  source: turnoutSource,
  rows: {
    list: "counts",
    schema: ballotCount,
    name: "turnout count",
    knownFrom: ({ date }) => date,
    key: ballotCountKey,
    figures: ["ballots"],
    part: dateOf,
  },
  summary: turnoutSummary,
  full: turnoutSection,
  csv: {
    columns: ["date", "mode", "ballots", "rounded", "source", "note"],
    required: ["date", "mode", "ballots", "source"],
    editorsOnly: ["note"],
    telling: ["date", "mode", "ballots"],
  },
  fedBy: "feed",
  merge: (base, patch) => ({ counts: mergeRows(base?.counts, patch.counts, ballotCountKey) }),
  check: checkTurnout,
  compile: (source, { race }, { today }) => {
    const summary = compileTurnout(source, race.turnout, today, race.languages);
    const counts = source.counts.map(({ note: _, ...count }) => count);
    return { summary, full: { turnout: summary, counts } };
  },
  passedOn: ({ counts }, mayPass) => ({ turnout: null, counts: counts.filter(mayPass) }),
  lists: {
    daily: listOf<TurnoutSummary["daily"][number]>({
      key: (item) => item.date,
      name: (item) => `by ${item.date}`,
      say: (item) => item.ballots,
    }),
  },
  words: { daily: "", statement: "sentence" },
} as const satisfies SectionDefinition<TurnoutSource, TurnoutSummary, TurnoutSection, TurnoutData>;

function checkTurnout({ race, turnout: source }: TurnoutData): readonly Issue[] {
  const known = referencesOf(race);
  const { registered, reference } = race.turnout;
  const rows = source?.counts ?? [];
  return [
    ...duplicates(rows, (c) => `${c.date} ${c.mode}`, "turnout.counts", "date", "count of"),
    ...mixedTotals(rows),
    ...known.source(registered?.source ?? null, "race.turnout.registered.source"),
    ...known.source(reference?.source ?? null, "race.turnout.reference.source"),
    ...rows.flatMap((c, i) => known.source(c.source, `turnout.counts.${i}.source`)),
  ];
}

/** A date's rows add up to its total, so a total beside its own parts would be counted twice. */
function mixedTotals(counts: readonly BallotCount[]): Issue[] {
  return [...Map.groupBy(counts, ({ date }) => date)].flatMap(([date, rows]) => {
    const total = rows.find(({ mode }) => mode === "unspecified");
    if (total === undefined || rows.length === 1) return [];
    return [
      {
        path: `turnout.counts.${counts.indexOf(total)}.mode`,
        message: `${date} has both modes and an unspecified total; keep one or the other`,
      },
    ];
  });
}

/** The rows of a date are one count: its total is their sum. */
function dateOf({ date }: BallotCount): string {
  return date;
}
