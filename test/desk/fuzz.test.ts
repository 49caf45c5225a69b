import { expect, test } from "vitest";
import { runFuzz } from "../../bench/fuzz/fuzz-run.ts";

/** `npm run bench:fuzz` sends 100,000. */
const REQUESTS = 600;

test("no request, however odd, gets an answer that is a fault of ours", async () => {
  const seed = Math.trunc(Math.random() * 1e9);
  const { sent, statuses, failures } = await runFuzz(REQUESTS, seed);
  expect({ seed, failures }).toEqual({ seed, failures: [] });
  expect(sent).toBe(REQUESTS);
  // Most requests are nearly right: they must get past the first refusal.
  expect(statuses["200"]).toBeGreaterThan(REQUESTS / 5);
});
