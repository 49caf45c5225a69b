import type { Issue } from "../../checked.ts";
import { listOf } from "../../diff/list.ts";
import type { Proposal, Reason } from "../../gate/reason.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import type { SectionDefinition } from "../definition.ts";
import { referencesOf } from "../references.ts";
import { duplicates, mergeRows } from "../rows.ts";
import { call, type Call, callKey, type CallsSource, callsSource } from "./source.ts";
import { type CallsSection, callsSection, type CallsSummary, callsSummary } from "./summary.ts";

export type CallsData = { readonly race: RaceFacts; readonly calls: CallsSource | null };

export const calls = {
  source: callsSource,
  rows: { list: "calls", schema: call, name: "call", knownFrom: ({ at }) => at },
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
  lists: {
    calls: listOf<Call>({
      key: (item) => `${item.round}.${item.candidate}.${item.caller}`,
      name: (item) => `call by ${item.caller}`,
      say: ({ candidate, outcome }, names) =>
        `${names(candidate)} ${outcome === "won" ? "won" : "goes to a runoff"}`,
    }),
  },
  words: { calls: "" },
  // A call that goes away is never held: that would keep a false winner up.
  gate: { early_results: earlyCalls },
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

/** A winner named before the polls close, by the call's own time: a date mistyped in a hurry. */
function earlyCalls({ before, after }: Proposal<CallsData>): Reason[] {
  const known = new Set(before?.calls?.calls.map((row) => JSON.stringify(row)));
  const { voting } = after.race;
  return (after.calls?.calls ?? [])
    .filter((row) => !known.has(JSON.stringify(row)))
    .filter(({ at }) => Date.parse(at) < Date.parse(voting.closes))
    .map(({ round, candidate, caller, at }) => ({
      rule: "early_results",
      path: `calls.${round}.${candidate}`,
      message: `${caller} calls it for ${candidate} at ${at}, but polls close at ${voting.closes}`,
      after: at,
    }));
}
