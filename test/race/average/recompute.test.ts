import * as fc from "fast-check";
import { expect, test } from "vitest";
import { averagePolls } from "../../../src/race/average/average.ts";
import type { Average } from "../../../src/race/sections/polls/summary.ts";
import type { Poll } from "../../../src/race/sections/polls/source.ts";
import { anyPolls, optionsFor } from "./test-polls.ts";

/**
 * What a reader with the JSON and nothing of ours would write. Integers keep it exact: weights
 * in millionths, shares in hundredths, halves up.
 */
function recompute(json: string): Record<string, number> {
  const { average, polls } = JSON.parse(json) as { average: Average; polls: Poll[] };
  const { bias = {}, roundInputs = false } = average.settings as {
    bias?: Record<string, { candidate: string; points: number }[]>;
    roundInputs?: boolean;
  };
  const sums: Record<string, { points: bigint; weight: bigint }> = {};
  for (const input of average.inputs) {
    const weight = average.method === "mean" ? 1n : BigInt(Math.round(input.weight * 1e6));
    for (const { candidate, share } of polls.find(({ id }) => id === input.poll)?.shares ?? []) {
      const off = bias[input.poll]?.find((one) => one.candidate === candidate)?.points ?? 0;
      const taken = Math.max(0, Math.min(100, roundInputs ? Math.floor(share + 0.5) : share - off));
      const sum = (sums[candidate] ??= { points: 0n, weight: 0n });
      sum.points += weight * BigInt(Math.round(taken * 100));
      sum.weight += weight;
    }
  }
  return Object.fromEntries(
    Object.entries(sums).map(([candidate, { points, weight }]) => {
      const tenths = (points + 5n * weight) / (10n * weight);
      return [candidate, Number(tenths) / 10];
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
      const printed = average.shares.map(({ candidate, share }) => [candidate, share]);
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
      const used = inputs.map(({ poll }) => polls.find(({ id }) => id === poll) as Poll);
      const days = (date: string) => (Date.parse(asOf) - Date.parse(date)) / 86_400_000;
      const raw = used.map((poll) => {
        const { start, end } = poll.field as { start: string; end: string };
        const age = (days(start) + days(end)) / 2;
        const n = (poll.sample ?? s["medianSample"] ?? s["referenceSample"]) as number;
        const crowd = used.filter(
          (other) =>
            other.pollster === poll.pollster &&
            days((other.field as { end: string }).end) <= (s["crowdingDays"] as number),
        ).length;
        return (
          (0.5 ** (age / (s["halfLifeDays"] as number)) *
            Math.min(Math.sqrt(n / (s["referenceSample"] as number)), s["sampleCap"] as number) *
            (poll.internal || poll.partisan ? (s["partisanFactor"] as number) : 1)) /
          Math.sqrt(Math.max(1, crowd))
        );
      });
      const total = raw.reduce((sum, one) => sum + one, 0);
      inputs.forEach(({ weight }, n) => {
        expect(Math.abs(weight - (raw[n] ?? NaN) / total)).toBeLessThan(2e-6);
      });
    }),
  );
});
