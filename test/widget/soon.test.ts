import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { soon } from "../../src/widget/soon.ts";

const FRAME_MS = 20;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Something that takes that long, and notes when it was done. */
function work(done: string[], name: string, milliseconds: number): () => void {
  return () => {
    vi.setSystemTime(Date.now() + milliseconds);
    done.push(name);
  };
}

test("nothing is done at once, and little things are done together", () => {
  const done: string[] = [];
  soon(work(done, "first", 1));
  soon(work(done, "second", 1));
  expect(done).toEqual([]);
  vi.advanceTimersByTime(FRAME_MS);
  expect(done).toEqual(["first", "second"]);
});

test("after something that takes long, the page has time for a frame", () => {
  const done: string[] = [];
  soon(work(done, "first", 30));
  soon(work(done, "second", 1));
  vi.advanceTimersByTime(FRAME_MS);
  expect(done).toEqual(["first"]);
  vi.advanceTimersByTime(FRAME_MS);
  expect(done).toEqual(["first", "second"]);
});

test("what a piece of work puts off comes after what was put off before", () => {
  const done: string[] = [];
  soon(() => soon(work(done, "inner", 1)));
  soon(work(done, "outer", 1));
  vi.advanceTimersByTime(FRAME_MS);
  expect(done).toEqual(["outer", "inner"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a piece that fails is told to the console and holds up no other", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const done: string[] = [];
  soon(() => {
    throw new Error("of ours");
  });
  soon(work(done, "next", 1));
  vi.advanceTimersByTime(FRAME_MS);
  expect(done).toEqual(["next"]);
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});
