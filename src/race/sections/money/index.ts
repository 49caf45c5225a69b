import type { Issue } from "../../checked.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import type { SectionDefinition } from "../definition.ts";
import { referencesOf } from "../references.ts";
import { duplicates, mergeRows } from "../rows.ts";
import { compileMoney } from "./compile-money.ts";
import { entryKey, entryPart, moneyEntry, type MoneySource, moneySource } from "./source.ts";
import { type MoneySection, moneySection, type MoneySummary, moneySummary } from "./summary.ts";

type MoneyData = { readonly race: RaceFacts; readonly money: MoneySource | null };

export const money = {
  source: moneySource,
  rows: {
    list: "entries",
    schema: moneyEntry,
    name: "amount",
    knownFrom: ({ asOf }) => asOf,
    key: entryKey,
    figures: ["amount"],
    part: entryPart,
  },
  summary: moneySummary,
  full: moneySection,
  csv: {
    columns: [
      "measure",
      "candidate",
      "amount",
      "as_of",
      "printed",
      "at_most",
      "at_least",
      "rounded",
      "source",
      "note",
    ],
    required: ["measure", "amount", "as_of", "source"],
    editorsOnly: ["note"],
    telling: ["measure", "amount"],
  },
  fedBy: "feed",
  merge: (base, patch) => ({ entries: mergeRows(base?.entries, patch.entries, entryKey) }),
  check: checkMoney,
  compile: (source, { race }) => {
    const candidates = race.candidates.map(({ id }) => id);
    const summary = compileMoney(source, candidates);
    const entries = source.entries.map(({ note: _, ...entry }) => entry);
    return { summary, full: { money: summary, entries } };
  },
  passedOn: ({ entries }, mayPass) => ({ money: null, entries: entries.filter(mayPass) }),
  lists: {},
  words: { amount: "" },
} as const satisfies SectionDefinition<MoneySource, MoneySummary, MoneySection, MoneyData>;

function checkMoney({ race, money: source }: MoneyData): readonly Issue[] {
  const known = referencesOf(race);
  const rows = source?.entries ?? [];
  return [
    ...duplicates(
      rows,
      (e) => [e.measure, e.candidate ?? "", e.asOf, e.source].join(" / "),
      "money.entries",
      "measure",
      "entry",
    ),
    ...rows.flatMap((e, i) => [
      ...known.source(e.source, `money.entries.${i}.source`),
      ...known.candidate(e.candidate, `money.entries.${i}.candidate`),
    ]),
  ];
}
