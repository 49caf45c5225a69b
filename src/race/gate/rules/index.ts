import type { GateRule } from "../doubt.ts";
import { callAlone, callTrailing, earlyCall, twoWinners } from "./calls.ts";
import { counterFalls } from "./counter-falls.ts";
import { digitMore } from "./digit-more.ts";
import { earlyComplete } from "./early-complete.ts";
import { earlyVotes } from "./early-votes.ts";
import { emptied } from "./emptied.ts";
import { futureCount } from "./future-count.ts";
import { jump } from "./jump.ts";
import { newRound } from "./new-round.ts";
import { overCeiling } from "./over-ceiling.ts";
import { pollDates, pollShares } from "./poll-rules.ts";
import { pollsVanish } from "./polls-vanish.ts";
import {
  basisChanged,
  candidateGone,
  candidateSwapped,
  earlierClose,
  earlyCertificate,
  gateLoosened,
  testMarkOff,
} from "./race-rules.ts";
import { rightsLoosened } from "./rights.ts";

/**
 * What can keep a well-formed change from readers until somebody releases it. This is the one list
 * of the gate's rules: the manual's table and the HTTP interface are made from it.
 */
export const GATE_RULES = [
  counterFalls,
  emptied,
  digitMore,
  jump,
  overCeiling,
  futureCount,
  earlyVotes,
  newRound,
  earlyCall,
  twoWinners,
  callTrailing,
  callAlone,
  pollShares,
  pollDates,
  pollsVanish,
  candidateGone,
  candidateSwapped,
  earlierClose,
  earlyCertificate,
  earlyComplete,
  testMarkOff,
  basisChanged,
  gateLoosened,
  rightsLoosened,
] as const satisfies readonly GateRule[];

/** Who releases what a rule holds, unless the rule says otherwise. */
export const RELEASED_BY = "`approve`";

export type Rule = (typeof GATE_RULES)[number]["name"];
export const RULES: readonly Rule[] = GATE_RULES.map(({ name }) => name);
