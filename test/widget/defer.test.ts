import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defer } from "../../src/widget/defer.ts";

const FRAME_MS = 20;

beforeEach(() => {
  vi.useFakeTimers();
  // Node has no frames.
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => setTimeout(run, FRAME_MS - 1));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Something that takes that long, and notes when it was done. */
function work(done: string[], name: string, milliseconds: number): () => void {
  return () => {
    vi.setSystemTime(Date.now() + milliseconds);
    done.push(name);
  };
}

test("nothing is done before the next frame, and little things are done together", async () => {
  const done: string[] = [];
  defer(work(done, "first", 1));
  defer(work(done, "second", 1));
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(FRAME_MS);
  expect(done).toEqual(["first", "second"]);
});

test("after something that takes long, the page has time for a frame", async () => {
  const done: string[] = [];
  defer(work(done, "first", 30));
  defer(work(done, "second", 1));
  await vi.advanceTimersByTimeAsync(FRAME_MS);
  expect(done).toEqual(["first"]);
  await vi.advanceTimersByTimeAsync(FRAME_MS);
  expect(done).toEqual(["first", "second"]);
});

test("what a piece of work puts off comes after what was put off before", async () => {
  const done: string[] = [];
  defer(() => defer(work(done, "inner", 1)));
  defer(work(done, "outer", 1));
  await vi.advanceTimersByTimeAsync(FRAME_MS);
  expect(done).toEqual(["outer", "inner"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a piece that fails is told to the console and holds up no other", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const done: string[] = [];
  defer(() => {
    throw new Error("of ours");
  });
  defer(work(done, "next", 1));
  await vi.advanceTimersByTimeAsync(FRAME_MS);
  expect(done).toEqual(["next"]);
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});
