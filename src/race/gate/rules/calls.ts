import { type Call, callPart, standingCalls } from "../../sections/calls/source.ts";
import { countersOf } from "../../sections/results/counters.ts";
import { WHOLE_CONTEST } from "../../sections/results/source.ts";
import type { Finding, GateRule, Proposal } from "../doubt.ts";
import { candidateName, number } from "../say.ts";
import { momentOf, textOf } from "../standing.ts";

/** A winner named before the last polls close, by the call's own time or by the clock. */
export const earlyCall = {
  name: "early_call",
  sentence: "a call before the last polls have closed, by its own time or by the clock",
  example: "a call for Ossoff at 18:55 where the last polls close at 19:00",
  meanwhile: "no call",
  find: (proposal: Proposal) => {
    const known = proposal.before ?? proposal.after;
    const { closes } = known.race.voting;
    const early = momentOf(known, proposal.now) < Date.parse(closes);
    return newCalls(proposal)
      .filter(({ at }) => early || Date.parse(at) < Date.parse(closes))
      .map((call) =>
        tell(proposal, call, `at ${call.at}, but the last polls close at ${closes}`, call.at),
      );
  },
} as const satisfies GateRule;

/** A seat has one winner; that callers disagree is for a person to see first. */
export const twoWinners = {
  name: "two_winners",
  sentence: "a call for a second winner of one seat, or for more winners than `seats`",
  example: "the wire calls it for Handel, then a station for Ossoff",
  meanwhile: "the first call alone",
  find: (proposal: Proposal) => {
    const { seats = 1 } = proposal.after.race;
    const won = standingCalls(proposal.after.calls?.calls ?? []).filter(isWin);
    return newCalls(proposal)
      .filter(isWin)
      .flatMap((call) => {
        const others = won.filter((c) => c.round === call.round && c.candidate !== call.candidate);
        const [other] = others;
        if (other?.candidate == null) return [];
        if (new Set(others.map((c) => c.candidate)).size < seats) return [];
        const name = candidateName(proposal.after, other.candidate);
        return [tell(proposal, call, `while ${other.caller} calls it for ${name}`)];
      });
  },
} as const satisfies GateRule;

/** Callers do call races for whoever trails in the count; a slip of the hand looks the same. */
export const callTrailing = {
  name: "call_trailing",
  sentence: "a call, typed by hand, for a candidate who trails in the count; a feed’s passes",
  example: "a call for Ossoff while Handel has 132,459 votes and Ossoff 122,481",
  meanwhile: "no call",
  find: (proposal: Proposal) => {
    if (proposal.by === "feed") return [];
    return newCalls(proposal)
      .filter(isWin)
      .flatMap((call) => {
        const votes = [...countersOf(proposal.after.results).values()].filter(
          (c) => c.measure === "votes" && c.area === WHOLE_CONTEST && c.round === call.round,
        );
        const { seats = 1 } = proposal.after.race;
        const leader = votes.toSorted((a, b) => b.value - a.value)[seats - 1];
        const theirs = votes.find((c) => c.candidate === call.candidate)?.value ?? 0;
        if (leader?.candidate == null || leader.value <= theirs) return [];
        const name = candidateName(proposal.after, leader.candidate);
        const counts = `${number(theirs)} votes, and ${name} ${number(leader.value)}`;
        return [tell(proposal, call, `who has ${counts}`)];
      });
  },
} as const satisfies GateRule;

/** Where a race wants two people for what can't be taken back, a call typed by hand is one. */
export const callAlone = {
  name: "call_alone",
  sentence: "a call typed by hand, where the race wants a second person (`gate.secondPerson`)",
  example: "an editor’s call in such a race",
  meanwhile: "no call",
  releasedBy: "somebody else with `approve`",
  find: (proposal: Proposal) =>
    proposal.by === "person" && (proposal.before ?? proposal.after).race.gate.secondPerson
      ? newCalls(proposal).map((call) => tell(proposal, call, "and a second person has to agree"))
      : [],
} as const satisfies GateRule;

/** Calls that say something readers haven't been told; taking one back passes at once. */
function newCalls({ before, after }: Proposal): Call[] {
  const known = new Set(before?.calls?.calls.map(textOf));
  return standingCalls(after.calls?.calls ?? []).filter((call) => !known.has(textOf(call)));
}

function isWin({ outcome, candidate }: Call): boolean {
  return outcome === "won" && candidate !== null;
}

function tell(proposal: Proposal, call: Call, why: string, after?: string): Finding {
  const { round, candidate, caller } = call;
  const name = candidate === null ? "nobody" : candidateName(proposal.after, candidate);
  return {
    section: "calls",
    parts: [callPart(call)],
    place: { round, ...(candidate !== null && { candidate }) },
    path: `calls.${round}.${candidate ?? "nobody"}`,
    message: `${caller} calls it for ${name}, ${why}`,
    ...(after !== undefined && { after }),
  };
}
