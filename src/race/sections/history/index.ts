import type { Issue } from "../../checked.ts";
import { listOf } from "../../diff/list.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import type { SectionDefinition } from "../definition.ts";
import { referencesOf } from "../references.ts";
import { duplicates, mergeRows } from "../rows.ts";
import { compileHistory } from "./compile-history.ts";
import { type HistorySource, historySource, pastKey, pastPart, pastRow } from "./source.ts";
import {
  type HistorySection,
  historySection,
  type HistorySummary,
  historySummary,
} from "./summary.ts";

type HistoryData = { readonly race: RaceFacts; readonly history: HistorySource | null };

export const history = {
  source: historySource,
  rows: {
    list: "past",
    schema: pastRow,
    name: "past vote",
    knownFrom: ({ date }) => date,
    key: pastKey,
    figures: ["votes", "share", "margin"],
    part: pastPart,
  },
  summary: historySummary,
  full: historySection,
  csv: {
    columns: [
      "kind",
      "date",
      "until",
      "contest",
      "who",
      "party",
      "won",
      "votes",
      "share",
      "margin",
      "less_than",
      "source",
      "note",
    ],
    required: ["kind", "date", "who", "source"],
    editorsOnly: ["note"],
    telling: ["kind", "who"],
  },
  fedBy: "editor",
  merge: (base, patch) => ({ past: mergeRows(base?.past, patch.past, pastKey) }),
  check: checkHistory,
  compile: (source, { race }, { today }) => {
    const summary = compileHistory(source, race.history.borders, today);
    const past = source.past.map(({ note: _, ...row }) => row);
    return { summary, full: { history: summary, past } };
  },
  passedOn: ({ past }, mayPass) => ({ history: null, past: past.filter(mayPass) }),
  lists: {
    contests: listOf<HistorySummary["contests"][number]>({
      key: ({ contest, date, name }) => `${contest}.${date}.${Object.values(name ?? {}).join()}`,
      name: ({ contest, date }) => `${contest} ${date.slice(0, 4)}`,
      skip: ["contest", "date"],
    }),
    choices: listOf<HistorySummary["contests"][number]["choices"][number]>({
      key: ({ who }) => who,
      name: ({ who }) => who,
      skip: ["who"],
    }),
    holders: listOf<HistorySummary["holders"][number]>({
      key: ({ who, from }) => `${who}.${from}`,
      name: ({ who }) => who,
      skip: ["who"],
    }),
  },
  words: { contests: "", choices: "", holders: "seat" },
} as const satisfies SectionDefinition<HistorySource, HistorySummary, HistorySection, HistoryData>;

function checkHistory({ race, history: source }: HistoryData): readonly Issue[] {
  const known = referencesOf(race);
  const rows = source?.past ?? [];
  const issues = duplicates(rows, pastKey, "history.past", "who", "row");
  return [
    ...issues.map((issue) => ({ ...issue, message: "is there twice: keep one of the two" })),
    ...rows.flatMap((row, i) => known.source(row.source, `history.past.${i}.source`)),
  ];
}
