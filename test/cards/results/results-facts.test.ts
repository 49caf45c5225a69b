import { expect, test } from "vitest";
import type { RaceDocument } from "../../../src/race/schema/document.ts";
import { demoRace } from "../fixtures/demo-race.ts";
import {
  call,
  crowd,
  crowdVotes,
  finalCount,
  halfway,
  type Moment,
} from "../fixtures/results-race.ts";
import { headline } from "./shown.ts";

const certified = {
  status: "certified",
  certified: [{ by: "Georgia Secretary of State", at: "2017-06-26T15:00:00Z", source: "ga-sos" }],
} satisfies Partial<RaceDocument>;
const alone = { candidates: demoRace.candidates.slice(0, 1) };
const six = { candidates: crowd(6) };

test.each<readonly [string, Moment, string, string]>([
  [
    "nothing reported of the second",
    { votes: { handel: 12 } },
    "Handel has 12 votes, and none are reported for others in the count so far",
    "Handel tiene 12 votos, y no hay datos de los demás en el conteo hasta ahora",
  ],
  [
    "before polls close",
    { precincts: [0, 208], change: { status: "voting" } },
    "No results yet: polls close June 20 at 7:00 PM EDT",
    "Aún no hay resultados: las urnas cierran el 20 de junio a las 7:00 p.m. EDT",
  ],
  [
    "no votes",
    { precincts: [0, 208] },
    "No votes have been counted yet",
    "Aún no se ha contado ningún voto",
  ],
  [
    "counting, of precincts",
    halfway,
    "Handel 50.1%, Ossoff 49.9% with 120 of 208 precincts reporting",
    "Handel 50.1%, Ossoff 49.9% con 120 de 208 precintos con datos",
  ],
  [
    "counting, of the expected vote",
    { votes: halfway.votes, expectedPercent: 64 },
    "Handel 50.1%, Ossoff 49.9% with 64% of the vote counted, Georgia Secretary of State estimates",
    "Handel 50.1%, Ossoff 49.9% con el 64% de los votos contados, según estima Georgia Secretary of State",
  ],
  [
    "the very first of the expected vote",
    { votes: halfway.votes, expectedPercent: 0.4 },
    "Early count: Handel 50.1%, Ossoff 49.9% with <1% of the vote counted, Georgia Secretary of State estimates",
    "Primeros datos: Handel 50.1%, Ossoff 49.9% con el <1% de los votos contados, según estima Georgia Secretary of State",
  ],
  [
    "counting, nobody says how much",
    { votes: halfway.votes },
    "Handel 50.1%, Ossoff 49.9% in the count so far",
    "Handel 50.1%, Ossoff 49.9% en el conteo hasta ahora",
  ],
  [
    "all reporting, uncalled",
    finalCount,
    "Handel 51.8%, Ossoff 48.2% with 208 of 208 precincts reporting; no winner has been called yet",
    "Handel 51.8%, Ossoff 48.2% con 208 de 208 precintos con datos; aún no se ha declarado quién ganó",
  ],
  [
    "one precinct of one",
    { votes: { handel: 3, ossoff: 1 }, precincts: [1, 1] },
    "Handel 75.0%, Ossoff 25.0% with 1 of 1 precinct reporting; no winner has been called yet",
    "Handel 75.0%, Ossoff 25.0% con 1 de 1 precinto con datos; aún no se ha declarado quién ganó",
  ],
  [
    "called",
    { ...finalCount, calls: [call()] },
    "Handel wins, Test Wire says",
    "Gana Handel, según Test Wire",
  ],
  [
    "called before there are votes",
    { precincts: [0, 208], calls: [call()] },
    "Handel wins, Test Wire says",
    "Gana Handel, según Test Wire",
  ],
  [
    "called by two",
    { ...finalCount, calls: [call(), call({ caller: "Ibis News" })] },
    "Handel wins, Test Wire and Ibis News say",
    "Gana Handel, según Test Wire e Ibis News",
  ],
  [
    "called by many",
    { ...finalCount, calls: ["A", "B", "C"].map((caller) => call({ caller })) },
    "Handel wins, A and 2 others say",
    "Gana Handel, según A y 2 más",
  ],
  [
    "callers who disagree",
    { ...halfway, calls: [call(), call({ candidate: "ossoff", caller: "Other Desk" })] },
    "Handel wins, Test Wire says; Ossoff wins, Other Desk says",
    "Gana Handel, según Test Wire; gana Ossoff, según Other Desk",
  ],
  [
    "two seats",
    { ...finalCount, calls: [call(), call({ candidate: "ossoff" })] },
    "Handel and Ossoff win, Test Wire says",
    "Ganan Handel y Ossoff, según Test Wire",
  ],
  [
    "a runoff",
    {
      ...finalCount,
      calls: [call({ outcome: "runoff" }), call({ outcome: "runoff", candidate: "ossoff" })],
    },
    "Handel and Ossoff go to a runoff, Test Wire says",
    "Handel y Ossoff van a segunda vuelta, según Test Wire",
  ],
  [
    "one of a runoff's two",
    { ...finalCount, calls: [call({ outcome: "runoff" })] },
    "Handel goes to a runoff, Test Wire says",
    "Handel va a segunda vuelta, según Test Wire",
  ],
  [
    "a tie",
    { votes: { handel: 900, ossoff: 900 }, precincts: [1, 3] },
    "Early count: Handel and Ossoff are tied at 900 votes with 1 of 3 precincts reporting",
    "Primeros datos: Handel y Ossoff empatan a 900 votos con 1 de 3 precintos con datos",
  ],
  [
    "a tie of many",
    { votes: Object.fromEntries(six.candidates.map(({ id }) => [id, 1])), change: six },
    "Adams and 5 others are tied at 1 vote in the count so far",
    "Adams y 5 más empatan a 1 voto en el conteo hasta ahora",
  ],
  [
    "shares that print alike",
    { votes: { handel: 90_012, ossoff: 90_000 }, precincts: [1, 3] },
    "Early count: Handel 50.0%, Ossoff 50.0%, 12 votes apart, with 1 of 3 precincts reporting",
    "Primeros datos: Handel 50.0%, Ossoff 50.0%, a 12 votos de distancia, con 1 de 3 precintos con datos",
  ],
  [
    "one candidate",
    { votes: { handel: 12_345 }, precincts: [1, 3], change: alone },
    "Early count: Handel, the only candidate, has 12,345 votes with 1 of 3 precincts reporting",
    "Primeros datos: Handel, la única candidatura, tiene 12,345 votos con 1 de 3 precintos con datos",
  ],
  [
    "thirty candidates",
    { votes: crowdVotes(30), precincts: [3, 208], change: { candidates: crowd(30) } },
    "Early count: Adams 5.9%, Baker 5.7% with 3 of 208 precincts reporting",
    "Primeros datos: Adams 5.9%, Baker 5.7% con 3 de 208 precintos con datos",
  ],
  [
    "certified",
    { ...finalCount, change: certified },
    "Handel 51.8%, Ossoff 48.2% in the certified count",
    "Handel 51.8%, Ossoff 48.2% en el conteo certificado",
  ],
  [
    "certified and called",
    { ...finalCount, calls: [call()], change: certified },
    "Handel 51.8%, Ossoff 48.2% in the certified count; Handel wins, Test Wire says",
    "Handel 51.8%, Ossoff 48.2% en el conteo certificado; gana Handel, según Test Wire",
  ],
])("%s", (_, moment, en, es) => {
  expect(headline(moment)).toBe(en);
  expect(headline(moment, "es")).toBe(es);
});

test("nobody leads or wins by the numbers, however clear they are", () => {
  const landslide = { votes: { handel: 250_000, ossoff: 10 }, precincts: [207, 208] } as const;
  expect(headline(landslide)).toBe(
    "Handel >99.9%, Ossoff <0.1% with 207 of 208 precincts reporting",
  );
  expect(headline({ ...landslide, change: { status: "called" } })).not.toMatch(/wins|leads|ahead/);
});

test("calls of the round before don't speak for the runoff", () => {
  const calls = [call({ outcome: "runoff" }), call({ outcome: "runoff", candidate: "ossoff" })];
  expect(headline({ ...halfway, before: { handel: 3, ossoff: 4 }, calls })).toBe(
    "Handel 50.1%, Ossoff 49.9% with 120 of 208 precincts reporting",
  );
});
