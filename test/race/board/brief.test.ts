import { expect, test } from "vitest";
import { briefOf } from "../../../src/race/board/brief.ts";
import type { RaceDocument } from "../../../src/race/schema/document.ts";

test("a publication of version 0.1.0, which knows no state of a count, has a brief", () => {
  const results = { source: "s", rounds: [{ n: 1, candidates: [], votes: 12, reporting: null }] };
  const old = { candidates: [], sources: [], results } as unknown as RaceDocument;
  expect(briefOf(old)).toMatchObject({ votes: 12, expected: null, leading: [], calls: [] });
});
