import { expect, test } from "vitest";
import { JSON_TYPE } from "../../../src/worker/store/stored-value.ts";
import { MemoryCache } from "../../../src/worker/store/memory-cache.ts";

function copy(bytes: number, at = 0) {
  const stored = { body: new ArrayBuffer(bytes), mediaType: JSON_TYPE, etag: '"e"', status: null };
  return { stored, confirmedAt: at, savedAt: at, askedAt: at, failedAt: 0 };
}

test("bytes are bounded, and what was confirmed longest ago goes first", () => {
  const memory = new MemoryCache({ bytes: 100, absentKeys: 10 });
  memory.keep("a", copy(40));
  memory.keep("b", copy(40));
  memory.keep("a", copy(40, 1));
  memory.keep("c", copy(40));
  expect(["a", "b", "c"].filter((key) => memory.get(key))).toEqual(["a", "c"]);
});

test("a value larger than all the room is still served, alone", () => {
  const memory = new MemoryCache({ bytes: 100, absentKeys: 10 });
  memory.keep("a", copy(40));
  memory.keep("big", copy(500));
  expect(memory.get("a")).toBeUndefined();
  expect(memory.get("big")).toBeDefined();
  memory.keep("a", copy(40));
  expect(memory.get("big")).toBeUndefined();
  memory.keep("b", copy(40));
  expect(["a", "b"].filter((key) => memory.get(key))).toEqual(["a", "b"]);
});

test("a scan of made-up names grows nothing and pushes nothing out", () => {
  const memory = new MemoryCache({ bytes: 100, absentKeys: 3 });
  memory.keep("race", copy(90));
  for (let i = 0; i < 1000; i++) memory.keepAbsent(`made-up-${i}`, i);
  expect(memory.get("race")).toBeDefined();
  expect(memory.absentSince("made-up-999")).toBe(999);
  expect(memory.absentSince("made-up-997")).toBe(997);
  expect(memory.absentSince("made-up-996")).toBeUndefined();
});

test("a name is either there or not", () => {
  const memory = new MemoryCache();
  memory.keepAbsent("a", 1);
  memory.keep("a", copy(1));
  expect(memory.absentSince("a")).toBeUndefined();
  memory.keepAbsent("a", 2);
  expect(memory.get("a")).toBeUndefined();
});
