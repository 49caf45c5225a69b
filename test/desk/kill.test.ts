import { expect, test } from "vitest";
import { runKills } from "../../bench/desk/kill-run.ts";

/** `node bench/desk/kill.ts` does 200. */
const KILLS = 4;

test("a Worker killed in a stream of writes loses nothing it acknowledged, and readers get it all", async () => {
  const report = await runKills(KILLS, Math.random);
  expect(report).toMatchObject({
    kills: KILLS,
    lost: 0,
    surplus: 0,
    converged: KILLS,
    unattended: { tried: 1, converged: 1 },
    chain: "whole",
  });
  expect(report.acknowledged).toBeGreaterThan(0);
});
