import { describe, expect, test } from "vitest";
import {
  ageWhileFailing,
  refreshDelayMs,
  retryDelayMs,
  unknownDelayMs,
} from "../../src/widget/cadence.ts";

describe("after a good answer", () => {
  test("waits as long as the document says, never longer and at most a fifth less", () => {
    expect(refreshDelayMs(15, 0)).toBe(15_000);
    expect(refreshDelayMs(15, 0.5)).toBe(13_500);
    expect(refreshDelayMs(15, 0.999_999)).toBeGreaterThan(12_000);
  });

  test("never asks again when next is 0", () => {
    expect(refreshDelayMs(0, 0.5)).toBeNull();
  });
});

describe("after failures in a row", () => {
  test("doubles the wait from the race's own rhythm up to five minutes", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 40].map((n) => retryDelayMs(n, 15, null, 0) / 1000);
    expect(waits).toEqual([15, 30, 60, 120, 240, 300, 300, 300]);
  });

  test("tries a slow race sooner than its rhythm, and a fast one not every second", () => {
    expect(retryDelayMs(1, 300, null, 0)).toBe(15_000);
    expect(retryDelayMs(1, 1, null, 0)).toBe(2000);
  });

  test("comes back in seconds when there were no numbers yet, or none were expected to change", () => {
    expect(retryDelayMs(1, null, null, 0)).toBe(5000);
    expect(retryDelayMs(1, 0, null, 0)).toBe(5000);
  });

  test("never comes before the server's Retry-After, however early the spread", () => {
    expect(retryDelayMs(1, 15, 90, 0.99)).toBe(90_000);
    expect(retryDelayMs(5, 15, 90, 0)).toBe(240_000);
    expect(retryDelayMs(5, 15, 90, 0.5)).toBe(216_000);
  });
});

test("a race that doesn't exist is asked for once a minute at first, then ever more slowly", () => {
  const waits = [1, 4, 5, 6, 7, 20].map((n) => unknownDelayMs(n, 0) / 1000);
  expect(waits).toEqual([60, 60, 80, 160, 300, 300]);
});

describe("age of the numbers while asking fails", () => {
  const at = 1_000_000;
  test("isn't shown while asking works", () => {
    expect(ageWhileFailing(0, at, at + 3_600_000)).toBeNull();
  });

  test("is shown at the second failure, so that one lost packet doesn't alarm anyone", () => {
    expect(ageWhileFailing(1, at, at + 15_000)).toBeNull();
    expect(ageWhileFailing(2, at, at + 30_000)).toBe(30);
  });

  test("is shown at once when the numbers are a minute old, as after a long sleep", () => {
    expect(ageWhileFailing(1, at, at + 60_000)).toBe(60);
  });

  test("is never negative when the clock is set back", () => {
    expect(ageWhileFailing(2, at, at - 5000)).toBe(0);
  });
});
