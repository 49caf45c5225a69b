import type { Issue } from "../../checked.ts";
import { listOf } from "../../diff/list.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import type { SectionDefinition } from "../definition.ts";
import { referencesOf } from "../references.ts";
import { duplicates, mergeRows } from "../rows.ts";
import { call, type Call, callKey, callPart, type CallsSource, callsSource } from "./source.ts";
import { type CallsSection, callsSection, type CallsSummary, callsSummary } from "./summary.ts";

export type CallsData = { readonly race: RaceFacts; readonly calls: CallsSource | null };

export const calls = {
  source: callsSource,
  rows: {
    list: "calls",
    schema: call,
    name: "call",
    knownFrom: ({ at }) => at,
    key: callKey,
    figures: [],
    part: callPart,
  },
  summary: callsSummary,
  full: callsSection,
  csv: {
    columns: ["round", "candidate", "outcome", "caller", "at", "source"],
    required: ["candidate", "caller", "at", "source"],
    editorsOnly: [],
    telling: ["caller", "at"],
  },
  fedBy: "feed",
  merge: (base, patch) => ({ calls: mergeRows(base?.calls, patch.calls, callKey) }),
  check: checkCalls,
  compile: ({ calls: made }) => ({
    summary: made.length === 0 ? null : made,
    full: { calls: made },
  }),
  passedOn: ({ calls: made }, mayPass) => ({ calls: made.filter(mayPass) }),
  lists: {
    calls: listOf<Call>({
      key: (item) => `${item.round}.${item.candidate}.${item.caller}`,
      name: (item) => `call by ${item.caller}`,
      say: ({ candidate, outcome }, names) =>
        `${names(candidate)} ${outcome === "won" ? "won" : "goes to a runoff"}`,
    }),
  },
  words: { calls: "" },
} as const satisfies SectionDefinition<CallsSource, CallsSummary, CallsSection, CallsData>;

function checkCalls({ race, calls: source }: CallsData): readonly Issue[] {
  const known = referencesOf(race);
  const rows = source?.calls ?? [];
  return [
    ...duplicates(
      rows,
      (c) => [c.round, c.candidate ?? "", c.caller].join(" / "),
      "calls.calls",
      "candidate",
      "call",
    ),
    ...rows.flatMap((c, i) => [
      ...known.candidate(c.candidate, `calls.calls.${i}.candidate`),
      ...known.source(c.source, `calls.calls.${i}.source`),
    ]),
  ];
}
