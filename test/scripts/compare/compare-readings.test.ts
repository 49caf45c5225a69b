import { expect, test } from "vitest";
import { compareReadings } from "../../../scripts/compare/compare-readings.ts";
import type { Readings } from "../../../scripts/compare/readings.ts";

const RUN = { from: Date.parse("2026-11-27T08:00:00Z"), to: Date.parse("2026-11-27T08:10:00Z") };

function readings(changes: {
  readonly document?: object;
  readonly csv?: string;
  readonly card?: readonly string[];
  readonly status?: number;
}): Readings {
  const { document = DOCUMENT, csv = "date,ballots\n2026-11-01,5\n", card = ["Turnout"] } = changes;
  const json = { "content-type": "application/json", etag: String(Math.random()) };
  return {
    run: RUN,
    answers: {
      "/v1/races/test-one": { status: 200, headers: json, body: document },
      "/v1/races/test-one/turnout.csv": {
        status: changes.status ?? 200,
        headers: { "content-type": "text/csv" },
        body: csv,
      },
    },
    cards: { "test-one turnout en": card },
  };
}

const DOCUMENT = { title: "TEST: one", updatedAt: "2026-11-27T08:01:00.000Z", rounds: [{ n: 1 }] };

test("readings that differ only in the moment of the run are identical", () => {
  const later = readings({ document: { ...DOCUMENT, updatedAt: "2026-11-27T08:09:00.000Z" } });
  expect(compareReadings(readings({}), later)).toEqual({
    same: ["document", "turnout.csv", "text of the card turnout en"],
    different: [],
  });
});

test("a moment outside the run counts, and so does every other field", () => {
  const other = {
    ...DOCUMENT,
    updatedAt: "2026-11-26T08:01:00.000Z",
    rounds: [{ n: 2 }, { n: 3 }],
  };
  expect(compareReadings(readings({}), readings({ document: other })).different).toEqual([
    {
      what: "document",
      count: 1,
      lines: [
        'test-one $.updatedAt: "a moment of the run" → "2026-11-26T08:01:00.000Z"',
        "test-one $.rounds[0].n: 1 → 2",
        'test-one $.rounds[1]: nothing → {"n":3}',
      ],
    },
  ]);
});

test("lines that are gone or new in a CSV or on a card are told, with a status before its body", () => {
  const csv = "date,mode,ballots\n2026-11-01,5\n";
  const changed = readings({ csv, card: ["Turnout", "Source"] });
  expect(compareReadings(readings({}), changed).different).toEqual([
    {
      what: "turnout.csv",
      count: 1,
      lines: ['test-one text: "date,ballots" → "date,mode,ballots"'],
    },
    { what: "text of the card turnout en", count: 1, lines: ['test-one text: nothing → "Source"'] },
  ]);
  expect(compareReadings(readings({}), readings({ csv, status: 404 })).different).toEqual([
    { what: "problem 404", count: 1, lines: ["test-one status: 200 → 404"] },
  ]);
});

test("what is in one of them only is told", () => {
  const { answers, ...rest } = readings({});
  const more = {
    ...rest,
    answers: { ...answers, "/v1/boards": { status: 200, headers: {}, body: {} } },
  };
  expect(compareReadings(readings({}), more).different).toEqual([
    { what: "/v1/boards", count: 1, lines: [" status: nothing → 200"] },
  ]);
});
