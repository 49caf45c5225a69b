import { expect, test } from "vitest";
import { Shelf } from "../../../src/worker/store/shelf.ts";

function copy(bytes: number, at = 0) {
  const stored = { body: new ArrayBuffer(bytes), etag: '"e"', status: null };
  return { stored, confirmedAt: at, savedAt: at, askedAt: at, failedAt: 0 };
}

test("bytes are bounded, and what was confirmed longest ago goes first", () => {
  const shelf = new Shelf({ bytes: 100, absentKeys: 10 });
  shelf.keep("a", copy(40));
  shelf.keep("b", copy(40));
  shelf.keep("a", copy(40, 1));
  shelf.keep("c", copy(40));
  expect(["a", "b", "c"].filter((key) => shelf.get(key))).toEqual(["a", "c"]);
});

test("a value larger than all the room is still served, alone", () => {
  const shelf = new Shelf({ bytes: 100, absentKeys: 10 });
  shelf.keep("a", copy(40));
  shelf.keep("big", copy(500));
  expect(shelf.get("a")).toBeUndefined();
  expect(shelf.get("big")).toBeDefined();
  shelf.keep("a", copy(40));
  expect(shelf.get("big")).toBeUndefined();
  shelf.keep("b", copy(40));
  expect(["a", "b"].filter((key) => shelf.get(key))).toEqual(["a", "b"]);
});

test("a scan of made-up names grows nothing and pushes nothing out", () => {
  const shelf = new Shelf({ bytes: 100, absentKeys: 3 });
  shelf.keep("race", copy(90));
  for (let i = 0; i < 1000; i++) shelf.keepAbsent(`made-up-${i}`, i);
  expect(shelf.get("race")).toBeDefined();
  expect(shelf.absentSince("made-up-999")).toBe(999);
  expect(shelf.absentSince("made-up-997")).toBe(997);
  expect(shelf.absentSince("made-up-996")).toBeUndefined();
});

test("a name is either there or not", () => {
  const shelf = new Shelf();
  shelf.keepAbsent("a", 1);
  shelf.keep("a", copy(1));
  expect(shelf.absentSince("a")).toBeUndefined();
  shelf.keepAbsent("a", 2);
  expect(shelf.get("a")).toBeUndefined();
});
