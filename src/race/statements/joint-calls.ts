import type { ReadersCall } from "../sections/calls/source.ts";

/** The same said of each of `candidates` by the same callers; of nobody where it is of a question. */
export type JointCall = {
  readonly outcome: ReadersCall["outcome"];
  readonly candidates: ReadonlySet<string>;
  /** One of each caller: of several that make the statement, the one that completed it. */
  readonly calls: readonly ReadersCall[];
};

/** What callers say about a round, earliest first, without what they took back. */
export function jointCalls(n: number, calls: readonly ReadersCall[]): readonly JointCall[] {
  const own = calls.filter(({ round, retracted }) => round === n && retracted === undefined);
  // In place: cards run in browsers that know no other way.
  own.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const found = new Map<string, JointCall>();
  for (const { outcome, candidate } of own) {
    const same = own.filter((call) => call.outcome === outcome && call.candidate === candidate);
    const key = [outcome, ...same.map(({ caller }) => caller)].join();
    const candidates = new Set(found.get(key)?.candidates);
    if (candidate !== null) candidates.add(candidate);
    found.set(key, { outcome, candidates, calls: same });
  }
  return [...found.values()];
}
