import { beforeAll, expect, test } from "vitest";
import type { CardName } from "../../src/cards/index.ts";
import type { RaceDocument } from "../../src/race/schema/document.ts";
import { demoFolder } from "./fixtures/demo-folder.ts";
import { countedRace, finalCount } from "./fixtures/results-race.ts";
import { textOf } from "./visible-text.tsx";

// The demo article leans on seven sets of numbers. Each is what its card says, from the race's own
// folder, word for word as the press had it on the morning of 20 June 2017; the last came that night.

let morning: RaceDocument;

beforeAll(async () => {
  morning = await demoFolder();
});

const ROWS: readonly (readonly [string, CardName, readonly string[]])[] = [
  ["others’ average", "polls", ["Real Clear Politics: Handel 49, Ossoff 48 (June 20)"]],
  [
    "the early vote against the first round’s",
    "turnout",
    ["140,308 people have voted early", "Total before the April first round 56,830"],
  ],
  [
    "the money",
    "money",
    [
      "The race costs up to $50 million",
      "National party committees gave Ossoff’s side more than $2 million",
    ],
  ],
  [
    "the seat’s past",
    "history",
    [
      "Held by one party (R) since 1979",
      "Tom Price (R) 201,088 62%",
      "ahead by less than 2 points",
    ],
  ],
  ["the calendar", "timeline", ["Today: Runoff; polls close at 7 p.m.", "Apr 18 First round"]],
  ["the candidates with their parties", "polls", ["Handel (R)", "Ossoff (D)"]],
];

test.each(ROWS)("%s", (_, card, said) => {
  const text = textOf({ race: morning, card }).replaceAll("\u00a0", " ");
  for (const sentence of said) expect(text).toContain(sentence);
});

test("the result", () => {
  const race = countedRace({ ...finalCount, change: { status: "certified" } });
  const text = textOf({ race, card: "results" }).replaceAll("\u00a0", " ");
  for (const figure of ["134,799", "125,517", "51.8%", "48.2%", "208 of 208", "58.2%", "447,826"])
    expect(text).toContain(figure);
});
