import { listOf } from "../../diff/list.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import type { SectionDefinition } from "../definition.ts";
import { mergeRows } from "../rows.ts";
import { checkCalls } from "./check-calls.ts";
import type { CallOutcome } from "./outcomes.ts";
import {
  type ReadersCall,
  call,
  callKey,
  callPart,
  type CallsSource,
  callsSource,
  isCall,
} from "./source.ts";
import { type CallsSection, callsSection, type CallsSummary, callsSummary } from "./summary.ts";

/** Outcomes as lists of changes say them. */
const SAID: Readonly<Record<CallOutcome, string>> = {
  won: "won",
  advances: "advances",
  runoff: "goes to a runoff",
  passed: "it passes",
  failed: "it fails",
  retained: "stays in office",
  removed: "leaves office",
};

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
    columns: [
      "round",
      "seat",
      "candidate",
      "outcome",
      "caller",
      "at",
      "source",
      "basis",
      "retracted_at",
      "retracted_why",
    ],
    required: ["caller", "at", "source"],
    editorsOnly: [],
    telling: ["caller", "at"],
  },
  fedBy: "feed",
  merge: (base, patch) => ({ calls: mergeRows(base?.calls, patch.calls, callKey) }),
  check: checkCalls,
  compile: ({ calls: made }) => {
    const summary = made.filter(isCall);
    return { summary: summary.length === 0 ? null : summary, full: { calls: made } };
  },
  passedOn: ({ calls: made }, mayPass) => ({ calls: made.filter(mayPass) }),
  lists: {
    calls: listOf<ReadersCall>({
      key: (item) => `${item.round}.${item.candidate}.${item.caller}`,
      name: (item) => `call by ${item.caller}`,
      say: ({ candidate, outcome }, names) =>
        candidate === null ? SAID[outcome] : `${names(candidate)} ${SAID[outcome]}`,
    }),
  },
  words: { calls: "" },
} as const satisfies SectionDefinition<CallsSource, CallsSummary, CallsSection, CallsData>;
