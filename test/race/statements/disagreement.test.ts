import { expect, test } from "vitest";
import { leadOf } from "../../../src/race/lead.ts";
import type { PublishedAverage } from "../../../src/race/sections/polls/settings.ts";
import { disagreement } from "../../../src/race/statements/disagreement.ts";

const CANDIDATES = [
  { id: "handel", shortName: "Handel" },
  { id: "ossoff", shortName: "Ossoff" },
];

function published(
  handel: number,
  ossoff: number,
  { publisher = "Real Clear Politics", asOf = "2017-06-20" } = {},
): PublishedAverage {
  return {
    publisher,
    asOf,
    shares: [
      { candidate: "handel", share: handel },
      { candidate: "ossoff", share: ossoff },
    ],
    text: `Handel ${handel}, Ossoff ${ossoff}`,
    source: "test",
  };
}

function ours(handel: number, ossoff: number, half: number) {
  const shares = [
    { candidate: "handel", share: handel, low: handel, high: handel },
    { candidate: "ossoff", share: ossoff, low: ossoff, high: ossoff },
  ].toSorted((a, b) => b.share - a.share);
  const widths = { inner: half, outer: half };
  return { asOf: "2017-06-20", shares, lead: leadOf(shares, widths, CANDIDATES, { polled: true }) };
}

const RCP = published(49, 48);

test("both gaps inside the margin: it says who has whom ahead, and that neither means much", () => {
  expect(disagreement([RCP], ours(48.5, 48.9, 2.5), CANDIDATES)).toMatchObject({
    en: "Real Clear Politics has Handel ahead by 1 point; our average has Ossoff ahead by 0.4. Both gaps are inside the margin of error.",
    es: "Real Clear Politics da 1 punto de ventaja a Handel; nuestro promedio da 0.4 a Ossoff. Ambas diferencias están dentro del margen de error.",
  });
});

test.each([
  [
    "theirs is wide",
    published(52, 46),
    ours(48.5, 48.9, 2.5),
    "The gap in our average is inside the margin of error.",
  ],
  [
    "ours is clear",
    RCP,
    ours(45, 51, 2.5),
    "Only the gap in our average is outside the margin of error.",
  ],
  [
    "both are wide",
    published(52, 46),
    ours(45, 51, 2.5),
    "Both gaps are outside the margin of error.",
  ],
])("%s", (_case, theirs, average, ending) => {
  expect(disagreement([theirs], average, CANDIDATES)?.en).toContain(ending);
});

test("our tie against their lead", () => {
  expect(disagreement([RCP], ours(48.8, 48.8, 2.5), CANDIDATES)).toMatchObject({
    en: "Real Clear Politics has Handel ahead by 1 point; our average has Handel and Ossoff tied. That gap is inside the margin of error.",
    es: "Real Clear Politics da 1 punto de ventaja a Handel; en nuestro promedio empatan Handel y Ossoff. Esa diferencia está dentro del margen de error.",
  });
  expect(disagreement([published(52, 46)], ours(48.8, 48.8, 2.5), CANDIDATES)?.en).toContain(
    "ahead by 6 points; our average has Handel and Ossoff tied. That gap is outside the margin of error of our average.",
  );
});

test("nothing is said when they agree, tie, or have nothing to compare", () => {
  expect(disagreement([], ours(48.5, 48.9, 2.5), CANDIDATES)).toBeNull();
  expect(disagreement([RCP], ours(49, 48.8, 2.5), CANDIDATES)).toBeNull();
  expect(disagreement([published(48.8, 48.8)], ours(48.5, 48.9, 2.5), CANDIDATES)).toBeNull();
  const one = { ...RCP, shares: RCP.shares.slice(0, 1) };
  expect(disagreement([one], ours(48.5, 48.9, 2.5), CANDIDATES)).toBeNull();
  const none = {
    asOf: "2017-06-20",
    shares: [],
    lead: leadOf([], null, CANDIDATES, { polled: false }),
  };
  expect(disagreement([RCP], none, CANDIDATES)).toBeNull();
});

test("a publisher's latest average speaks, and none from after our own", () => {
  const older = published(52, 46, { asOf: "2017-06-10" });
  const agrees = published(48, 49, { asOf: "2017-06-19T12:00:00-04:00" });
  const later = published(49, 48, { asOf: "2017-06-21" });
  expect(disagreement([agrees, older, later], ours(48.5, 48.9, 2.5), CANDIDATES)).toBeNull();
});

test("of several publishers the newest that disagrees is named", () => {
  const averages = [
    published(50, 47, { publisher: "First Test Average", asOf: "2017-06-17" }),
    published(50, 48, { publisher: "Second Test Average", asOf: "2017-06-18" }),
    published(48, 49, { publisher: "Third Test Average", asOf: "2017-06-19" }),
  ];
  const said = disagreement(averages, ours(48.5, 48.9, 2.5), CANDIDATES);
  expect(said?.en).toMatch(/^Second Test Average has Handel ahead by 2 points;/);
});
