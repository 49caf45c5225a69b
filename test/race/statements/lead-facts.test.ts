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
function leadIn(
  shares: readonly number[],
  outer: number | null,
  candidates = TWO,
  inner = outer,
): Lead {
  return leadOf(
    shares.map((share, n) => ({ candidate: `c${n + 1}`, share, low: share, high: share })),
    outer === null ? null : { outer, inner: inner ?? outer },
    candidates,
    { polled: true },
  );
}

test("inside sampling error both numbers are named and nobody is ahead", () => {
  const lead = leadIn([49, 48.8], 2.5);
  expect(lead).toMatchObject({ case: "within", points: 0.2, low: -2.3, high: 2.7 });
  // Whole percents would read alike.
  expect(lead.statement).toMatchObject({
    en: "About even: Handel 49.0%, Ossoff 48.8%",
    es: "Casi parejos: Handel 49.0%, Ossoff 48.8%",
  });
  expect(leadIn([49.4, 47.6], 2.5).statement.en).toBe("About even: Handel 49%, Ossoff 48%");
});

test("a lead outside sampling error alone is a slight edge", () => {
  const lead = leadIn([49, 46], 8, TWO, 2.5);
  expect(lead).toMatchObject({ case: "slight", candidate: "c1", clear: false });
  expect(lead.statement).toMatchObject({
    en: "Handel has a slight edge, 49% to 46%",
    es: "Handel tiene ligera ventaja, 49% a 46%",
  });
});

test("a lead outside all known error is called one", () => {
  const lead = leadIn([52, 43.8], 8, TWO, 3);
  expect(lead).toMatchObject({ case: "clear", candidate: "c1", points: 8.2, low: 0.2 });
  expect(lead.statement).toMatchObject({
    en: "Handel leads, 52% to 44%, in polls",
    es: "Handel aventaja, 52% a 44%, en las encuestas",
  });
});

test("a tie is one, whatever the interval", () => {
  const lead = leadIn([48, 48], 3);
  expect(lead).toMatchObject({ case: "tie", candidate: null, points: 0, low: -3, high: 3 });
  expect(lead.statement).toMatchObject({
    en: "Tied at 48% in polls",
    es: "Empate a 48% en las encuestas",
  });
});

test("one candidate has nobody to lead", () => {
  const lead = leadIn([61], null, TWO.slice(0, 1));
  expect(lead).toMatchObject({ case: "single", candidate: "c1", points: null, clear: false });
  expect(lead.statement).toMatchObject({
    en: "Handel stands at 61% in the polls, which ask about nobody else",
    es: "Handel tiene 61% en las encuestas, que no preguntan por nadie más",
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
    "Too few recent polls for an average",
  );
});

test("thirty candidates: in front, about even, tied", () => {
  const rest = Array.from({ length: 28 }, () => 1);
  expect(leadIn([30, 18, ...rest], 4, THIRTY).statement).toMatchObject({
    en: "Candidate 1 leads, 30% to 18%, in polls",
    es: "Candidate 1 aventaja, 30% a 18%, en las encuestas",
  });
  expect(leadIn([19, 18, ...rest], 4, THIRTY).statement.en).toBe(
    "About even: Candidate 1 19%, Candidate 2 18%",
  );
  expect(leadIn([19, 19, ...rest], 4, THIRTY).statement).toMatchObject({
    en: "Candidate 1 and Candidate 2 tied at 19% in polls",
    es: "Candidate 1 y Candidate 2 empatan a 19% en las encuestas",
  });
  expect(leadIn([...rest, 1, 1], 4, THIRTY).statement).toMatchObject({
    en: "30 candidates tied at 1% in polls",
    es: "30 candidaturas empatan a 1% en las encuestas",
  });
});

test("whoever ties for second is named with the second", () => {
  const three = [...TWO, { id: "c3", shortName: "Ibarra" }];
  expect(leadIn([36, 35, 35], 4, three).statement).toMatchObject({
    en: "About even: Handel 36%, Ossoff and Ibarra 35%",
    es: "Casi parejos: Handel 36%, Ossoff e Ibarra 35%",
  });
});

test("nothing but a clear lead is ever called a lead, and every statement is a headline", () => {
  const half = fc.double({ min: 0, max: 30, noNaN: true });
  const tenths = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 30 });
  fc.assert(
    fc.property(tenths, half, half, (shares, one, other) => {
      const sorted = shares.toSorted((a, b) => b - a).map((tenth) => tenth / 10);
      const lead = leadIn(sorted, Math.max(one, other), THIRTY, Math.min(one, other));
      expect(leadSchema.parse(lead)).toEqual(lead);
      expect(lead.clear).toBe(lead.case === "clear");
      expect(lead.clear).toBe((lead.low ?? 0) > 0 && (lead.points ?? 0) > 0);
      for (const words of Object.values(lead.statement)) {
        expect(/leads|aventaja/.test(words)).toBe(lead.clear);
        expect(words).not.toMatch(/por delante/);
        expect(words).not.toMatch(/NaN|undefined|null|-0/);
        expect(words.length).toBeLessThanOrEqual(150);
      }
    }),
  );
});
