import { expect, test } from "vitest";
import { Pace } from "../../src/cli/client/pace.ts";
import { inParallel } from "../../src/cli/in-parallel.ts";

test("no ten seconds have more requests than a token may make", async () => {
  let now = 0;
  const waits: number[] = [];
  const pace = new Pace(
    () => now,
    (ms) => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
  );
  const times: number[] = [];
  for (let i = 0; i < 300; i++) {
    await pace.turn();
    times.push(now);
    now += 10;
  }
  for (const from of times)
    expect(times.filter((at) => at >= from && at < from + 10_000).length).toBeLessThanOrEqual(90);
  expect(waits.length).toBeGreaterThan(0);
  expect(now).toBeLessThan(40_000);
});

test("work of many is done a few at a time, in order, and counted", async () => {
  let [running, most] = [0, 0];
  const counts: number[] = [];
  const results = await inParallel(
    Array.from({ length: 20 }, (_, i) => i),
    async (i) => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      return i * 2;
    },
    (count) => counts.push(count),
  );
  expect(results).toEqual(Array.from({ length: 20 }, (_, i) => i * 2));
  expect(most).toBe(6);
  expect(counts.at(-1)).toBe(20);
  expect(await inParallel([], () => Promise.resolve(1))).toEqual([]);
});
