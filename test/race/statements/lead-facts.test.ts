import * as fc from "fast-check";
import { expect, test } from "vitest";
import { leadOf } from "../../../src/race/lead.ts";
import { lead as leadSchema } from "../../../src/race/sections/polls/summary.ts";
import type { Lead } from "../../../src/race/sections/polls/summary.ts";

const THIRTY = Array.from({ length: 30 }, (_, n) => ({
  id: `c${n + 1}`,
  shortName: `Candidate ${n + 1}`,
}));
const TWO = [
  { id: "c1", shortName: "Handel" },
  { id: "c2", shortName: "Ossoff" },
];

/** The lead in printed shares that belong to the first candidates, largest first. */
function leadIn(shares: readonly number[], half: number | null, candidates = TWO): Lead {
  return leadOf(
    shares.map((share, n) => ({ candidate: `c${n + 1}`, share, low: share, high: share })),
    half,
    candidates,
    { polled: true },
  );
}

test("inside the margin of error both numbers are named and nobody is ahead", () => {
  const lead = leadIn([49, 48.8], 2.5);
  expect(lead).toMatchObject({ case: "within", points: 0.2, low: -2.3, high: 2.7 });
  expect(lead.statement).toMatchObject({
    en: "Handel 49.0%, Ossoff 48.8%: the gap is inside the margin of error and neither is clearly ahead",
    es: "Handel 49.0%, Ossoff 48.8%: la diferencia cabe en el margen de error y nadie tiene clara ventaja",
  });
});

test("a clear lead is called one", () => {
  const lead = leadIn([52, 46.8], 3);
  expect(lead).toMatchObject({
    case: "clear",
    candidate: "c1",
    points: 5.2,
    low: 2.2,
    clear: true,
  });
  expect(lead.statement).toMatchObject({
    en: "Handel leads Ossoff by 5.2 points in the polling average, 52.0% to 46.8%",
    es: "Handel lidera el promedio de encuestas con 52.0% frente a 46.8% de Ossoff",
  });
});

test("a tie names the tied", () => {
  const lead = leadIn([48, 48], 3);
  expect(lead).toMatchObject({ case: "tie", candidate: null, points: 0, low: -3, high: 3 });
  expect(lead.statement).toMatchObject({
    en: "Handel and Ossoff are tied at 48.0% in the polling average",
    es: "Handel y Ossoff empatan con 48.0% en el promedio de encuestas",
  });
});

test("one candidate has nobody to lead", () => {
  const lead = leadIn([61], null, TWO.slice(0, 1));
  expect(lead).toMatchObject({ case: "single", candidate: "c1", points: null, clear: false });
  expect(lead.statement).toMatchObject({
    en: "Handel stands at 61.0% in the polls, which ask about nobody else",
    es: "Handel tiene 61.0% en las encuestas, que no preguntan por nadie más",
  });
});

test("no polls yet, and no poll that is recent enough, are two things", () => {
  const none = leadOf([], null, TWO, { polled: false });
  expect(none).toMatchObject({ case: "none", candidate: null, points: null });
  expect(none.statement).toMatchObject({
    en: "No polls of this race have been published yet",
    es: "Todavía no se ha publicado ninguna encuesta de esta contienda",
  });
  expect(leadOf([], null, TWO, { polled: true }).statement.en).toBe(
    "No poll of this race is recent enough for an average",
  );
});

test("thirty candidates: in front, within the margin, tied", () => {
  const rest = Array.from({ length: 28 }, () => 1);
  expect(leadIn([30, 18, ...rest], 4, THIRTY).statement).toMatchObject({
    en: "Candidate 1 leads 29 others in the polling average with 30.0%, 12.0 points ahead of Candidate 2",
    es: "Candidate 1 lidera entre 30 candidaturas con 30.0%, 12.0 puntos de ventaja sobre Candidate 2",
  });
  expect(leadIn([19, 18, ...rest], 4, THIRTY).statement.en).toBe(
    "Candidate 1 19.0%, Candidate 2 18.0%: the gap is inside the margin of error and nobody is clearly ahead",
  );
  expect(leadIn([19, 19, ...rest], 4, THIRTY).statement.en).toBe(
    "Candidate 1 and Candidate 2 are tied for first place with 19.0% in the polling average",
  );
  expect(leadIn([...rest, 1, 1], 4, THIRTY).statement).toMatchObject({
    en: "30 candidates are tied for first place with 1.0% each in the polling average",
    es: "30 candidaturas empatan en primer lugar con 1.0% en el promedio de encuestas",
  });
  expect(leadIn([30, ...rest, 1], 4, THIRTY).statement.en).toBe(
    "Candidate 1 leads 29 others in the polling average with 30.0%, 29.0 points ahead",
  );
});

test("whoever ties for second is named with the second", () => {
  const three = [...TWO, { id: "c3", shortName: "Ibarra" }];
  expect(leadIn([36, 35, 35], 4, three).statement).toMatchObject({
    en: "Handel 36.0%, Ossoff and Ibarra 35.0%: the gap is inside the margin of error and nobody is clearly ahead",
    es: "Handel 36.0%, Ossoff e Ibarra 35.0%: la diferencia cabe en el margen de error y nadie tiene clara ventaja",
  });
});

test("nothing but a clear lead is ever called a lead, and every statement is a headline", () => {
  const tenths = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 30 });
  fc.assert(
    fc.property(tenths, fc.double({ min: 0, max: 30, noNaN: true }), (shares, half) => {
      const sorted = shares.toSorted((a, b) => b - a).map((tenth) => tenth / 10);
      const lead = leadIn(sorted, half, THIRTY);
      expect(leadSchema.parse(lead)).toEqual(lead);
      expect(lead.clear).toBe(lead.case === "clear");
      expect(lead.clear).toBe((lead.low ?? 0) > 0 && (lead.points ?? 0) > 0);
      for (const words of Object.values(lead.statement)) {
        expect(/leads|lidera/.test(words)).toBe(lead.clear);
        expect(words).not.toMatch(/por delante/);
        expect(words).not.toMatch(/NaN|undefined|null|-0/);
        expect(words.length).toBeLessThanOrEqual(150);
      }
    }),
  );
});
