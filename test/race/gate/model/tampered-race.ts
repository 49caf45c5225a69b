import type { RaceData } from "../../../../src/race/schema/data.ts";
import { raceSource, type RaceSource } from "../../../../src/race/schema/race.ts";
import { aCall } from "../../fixtures.ts";

type At = { readonly data: RaceData; readonly now: number };

const CANDIDATES = ["ada", "bo"] as const;

/** race.json with one thing changed that others are judged by, or that is nobody's harm. */
export function otherRace({ data, now }: At, a: number, b: number): RaceSource {
  const { race } = data;
  const at = (ms: number) => new Date(now + ms).toISOString();
  const [first, second] = race.candidates;
  const changes: readonly Partial<RaceSource>[] = [
    { voting: { ...race.voting, closes: at((b - 5000) * 20_000) } },
    { voting: { ...race.voting, firstCloses: at((b - 5000) * 20_000) } },
    { asOf: b % 2 === 0 ? null : at((b - 5000) * 20_000) },
    { timeZone: "America/Los_Angeles" },
    { electionDate: "2026-11-02" },
    { test: !race.test },
    { rule: "majority_runoff" },
    {
      candidates: race.candidates.toReversed().map((c, i) => ({ ...c, id: CANDIDATES[i] ?? c.id })),
    },
    { candidates: race.candidates.toReversed() },
    { candidates: race.candidates.slice(0, 1) },
    ...(first && second ? [{ candidates: [{ ...first, shortName: second.name }, second] }] : []),
    { certified: [{ by: "Office", at: at((b - 5000) * 20_000), source: "office" }] },
    { certified: [] },
    { gate: { ...race.gate, jumpFactor: 1 + (b % 99) + 1 } },
    { gate: { ...race.gate, comparableBallots: b % 3 === 0 ? null : 20_000 + b * 10 } },
    { areas: [] },
    { areas: race.areas.map((area) => ({ ...area, registered: 20_000 + b * 10 })) },
    { areas: race.areas.map((area) => ({ ...area, aliases: ["Ash", "Birch"].slice(b % 2, 1) })) },
    { quiet: [] },
    { quiet: race.quiet.map((period) => ({ ...period, to: at((b - 5000) * 20_000) })) },
    { sources: race.sources.map(({ redistribution: _, ...source }) => source) },
    { title: `Title ${b}` },
  ];
  const parsed = raceSource.safeParse({ ...race, ...changes[a % changes.length] });
  return parsed.success ? parsed.data : race;
}

/** The calls with one more, or one fewer. */
export function otherCalls({ data, now }: At, a: number, b: number) {
  const calls = data.calls?.calls ?? [];
  const call = aCall({
    candidate: CANDIDATES[a % 2] ?? "ada",
    outcome: a % 5 === 0 ? "runoff" : "won",
    caller: `Caller ${b % 2}`,
    at: new Date(now + ((b % 50) - 40) * 60_000).toISOString(),
  });
  if (a % 3 === 0) return calls.slice(1);
  return [...calls.filter(({ caller }) => caller !== call.caller), call];
}
