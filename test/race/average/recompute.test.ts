import * as fc from "fast-check";
import { expect, test } from "vitest";
import { averagePolls } from "../../../src/race/average/average.ts";
import type { Average } from "../../../src/race/sections/polls/summary.ts";
import type { Poll } from "../../../src/race/sections/polls/source.ts";
import { anyPolls, optionsFor } from "./test-polls.ts";

const isPartisan = ({ internal, partisan }: Poll) => internal || partisan !== null;

/**
 * What a reader with the JSON and nothing of ours would write: candidates' weighted means over the
 * inputs, halves up. A plain mean's weights are all alike, so they are taken whole, not as printed.
 */
function recompute(json: string): Record<string, number> {
  const { average, polls } = JSON.parse(json) as { average: Average; polls: Poll[] };
  const {
    bias = {},
    roundInputs,
    partisanScale,
  } = average.settings as {
    bias?: Record<string, { candidate: string; points: number }[]>;
    roundInputs?: boolean;
    partisanScale: number;
  };
  const byId = new Map(polls.map((poll) => [poll.id, poll]));
  const sums: Record<string, { points: number; weight: number }> = {};
  for (const { poll, weight: printed, of = 1, beside = [] } of average.inputs) {
    const weight = average.method === "mean" && partisanScale === 1 ? 1 / of : printed;
    const named = new Set<string>();
    for (const id of [poll, ...beside]) {
      for (const { candidate, share } of byId.get(id)?.shares ?? []) {
        if (named.has(candidate)) continue;
        named.add(candidate);
        const off = bias[id]?.find((one) => one.candidate === candidate)?.points ?? 0;
        const taken = roundInputs ? Math.floor(share + 0.5) : share - off;
        const sum = (sums[candidate] ??= { points: 0, weight: 0 });
        sum.points += weight * Math.max(0, Math.min(100, taken));
        sum.weight += weight;
      }
    }
  }
  return Object.fromEntries(
    Object.entries(sums).map(([candidate, { points, weight }]) => {
      const tenths = Math.round(Number(((points / weight) * 10).toPrecision(13)));
      return [candidate, tenths / 10];
    }),
  );
}

test("anyone can recompute the printed shares from the JSON alone, whatever the method", () => {
  const bias = { p0: [{ candidate: "ash", points: -1.5 }] };
  const options = fc.constantFrom(
    optionsFor("weighted"),
    optionsFor("mean"),
    optionsFor("mean", { roundInputs: true }),
    optionsFor("decay"),
    optionsFor("decay", { bias }),
  );
  fc.assert(
    fc.property(anyPolls, options, (polls, anyOptions) => {
      const average = averagePolls(polls, anyOptions);
      const printed = average.shares.map(({ candidate, share, askedBy }) => [
        candidate,
        askedBy?.share ?? share,
      ]);
      expect(recompute(JSON.stringify({ average, polls }))).toEqual(Object.fromEntries(printed));
    }),
    { numRuns: 300 },
  );
});

test("and the weights, from the settings the method ran with", () => {
  fc.assert(
    fc.property(anyPolls, (polls) => {
      const { inputs, settings, asOf } = averagePolls(polls, optionsFor("weighted"));
      const s = settings as Record<string, number>;
      const days = (date: string) => (Date.parse(asOf) - Date.parse(date)) / 86_400_000;
      const entries: { inputs: typeof inputs; own: Poll[]; pollster: string; ended: number }[] = [];
      for (let at = 0; at < inputs.length; at += inputs[at]?.of ?? 1) {
        const same = inputs.slice(at, at + (inputs[at]?.of ?? 1));
        const own = same.map(({ poll }) => polls.find(({ id }) => id === poll) as Poll);
        const ends = own.map(({ field }) => days((field as { end: string }).end));
        const pollster = same[0]?.pollster ?? own[0]?.pollster ?? "";
        entries.push({ inputs: same, own, pollster, ended: Math.min(...ends) });
      }
      const raw = entries.map(({ inputs: same, own, pollster }) => {
        const middles = own.map(({ field }) => {
          const { start, end } = field as { start: string; end: string };
          return (days(start) + days(end)) / 2;
        });
        const known = own.flatMap(({ sample }) => sample ?? []);
        const asked = known.length > 0 ? Math.max(...known) : s["medianSample"];
        const n = (asked ?? s["referenceSample"] ?? NaN) * (same[0]?.uncovered ?? 1);
        const crowd = entries.filter(
          (one) => one.pollster === pollster && one.ended <= (s["crowdingDays"] ?? NaN),
        ).length;
        return (
          (0.5 ** (Math.min(...middles) / (s["halfLifeDays"] ?? NaN)) *
            Math.min(Math.sqrt(n / (s["referenceSample"] ?? NaN)), s["sampleCap"] ?? NaN) *
            (own.some(isPartisan)
              ? (s["partisanFactor"] ?? NaN) * (s["partisanScale"] ?? NaN)
              : 1)) /
          Math.sqrt(Math.max(1, crowd))
        );
      });
      const total = raw.reduce((sum, one) => sum + one, 0);
      entries.forEach(({ inputs: same }, n) => {
        for (const { weight, of = 1 } of same) {
          expect(Math.abs(weight - (raw[n] ?? NaN) / of / total)).toBeLessThan(3e-6);
        }
      });
    }),
  );
});
