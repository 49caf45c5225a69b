import type { ReadersCall } from "../../race/sections/calls/source.ts";
import type { ResultsSummary } from "../../race/sections/results/summary.ts";

export type Round = ResultsSummary["rounds"][number];
export type Standing = Round["candidates"][number];

/** The same said of each of `candidates` by the same callers. */
export type Statement = {
  readonly outcome: ReadersCall["outcome"];
  readonly candidates: ReadonlySet<string>;
  /** One of each caller: of several that make the statement, the one that completed it. */
  readonly calls: readonly ReadersCall[];
};

/**
 * Who stands in the latest round, most votes first. The document lists everybody there; in a runoff
 * only those count who were called into it, or who have votes.
 */
export function standingIn(rounds: readonly Round[]): readonly Standing[] {
  const latest = rounds.at(-1)?.candidates ?? [];
  const called = rounds.at(-2)?.candidates.filter(({ status }) => status === "runoff") ?? [];
  return called.length < 2
    ? latest
    : latest.filter(
        ({ candidate, votes }) =>
          (votes ?? 0) > 0 || called.some((one) => one.candidate === candidate),
      );
}

/** What callers say about a round, earliest first. */
export function statementsIn({ n }: Round, calls: readonly ReadersCall[]): readonly Statement[] {
  const own = calls.flatMap((call) => {
    const { round, candidate } = call;
    return round === n && candidate !== null ? [{ ...call, candidate }] : [];
  });
  own.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const found = new Map<string, Statement>();
  for (const { outcome, candidate } of own) {
    const same = own.filter((call) => call.outcome === outcome && call.candidate === candidate);
    const key = [outcome, ...same.map(({ caller }) => caller)].join();
    const candidates = new Set(found.get(key)?.candidates).add(candidate);
    found.set(key, { outcome, candidates, calls: same });
  }
  return [...found.values()];
}
