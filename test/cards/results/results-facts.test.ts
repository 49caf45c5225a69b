import { expect, test } from "vitest";
import type { RaceDocument } from "../../../src/race/schema/document.ts";
import { demoRace } from "../fixtures/demo-race.ts";
import {
  call,
  countedRace,
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
const choices: RaceDocument["candidates"] = [
  { id: "yes", name: "Yes", shortName: "Yes", kind: "choice", incumbent: false },
  { id: "no", name: "No", shortName: "No", kind: "choice", incumbent: false },
];
const measure = {
  candidates: choices,
  office: "Measure B",
  rule: "threshold",
  need: { share: "3/5" },
} satisfies Partial<RaceDocument>;
const seats = { candidates: crowd(5), seats: 3 } as const;
const tabulation = {
  id: "t1",
  at: "2017-06-22T00:00:00Z",
  official: false,
  source: "ga-sos",
  rounds: [
    {
      n: 1,
      votes: [
        { candidate: "c1", votes: 40 },
        { candidate: "c2", votes: 35 },
        { candidate: "c3", votes: 25 },
      ],
      eliminated: ["c3"],
      elected: [],
      exhausted: 0,
    },
    {
      n: 2,
      votes: [
        { candidate: "c1", votes: 45.5 },
        { candidate: "c2", votes: 43.3 },
      ],
      eliminated: [],
      elected: ["c1"],
      exhausted: 11.2,
    },
  ],
};
const states = (outcome: string) => [call({ outcome, candidate: null } as never)];

test.each<readonly [string, Moment, string, string]>([
  [
    "nothing reported of the second",
    { votes: { handel: 12 } },
    "Handel has 12 votes; none reported for others",
    "Handel tiene 12 votos; no hay datos de los demás",
  ],
  [
    "before polls close",
    { precincts: [0, 208], change: { status: "voting" } },
    "Polls close at 7 p.m. EDT",
    "Las urnas cierran a las 7 p.m. EDT",
  ],
  ["no votes", { precincts: [0, 208] }, "No votes counted yet", "Aún no se han contado votos"],
  [
    "counting, of precincts",
    halfway,
    "Handel 50.1%, Ossoff 49.9%; 120 of 208 precincts reporting",
    "Handel 50.1%, Ossoff 49.9%; 120 de 208 precintos con datos",
  ],
  [
    "counting, of the expected vote",
    { votes: halfway.votes, expectedPercent: 64 },
    "Handel 50.1%, Ossoff 49.9%; Georgia Secretary of State estimates 64% counted",
    "Handel 50.1%, Ossoff 49.9%; Georgia Secretary of State estima escrutado el 64%",
  ],
  [
    "first counts",
    { votes: { handel: 5400, ossoff: 4600 }, expectedPercent: 12 },
    "Early count: Handel 54%, Ossoff 46%; about 12% counted",
    "Primeros datos: Handel 54%, Ossoff 46%; escrutado cerca del 12%",
  ],
  [
    "the very first of the expected vote",
    { votes: halfway.votes, expectedPercent: 0.4 },
    "Early count: Handel 50.1%, Ossoff 49.9%; <1% counted",
    "Primeros datos: Handel 50.1%, Ossoff 49.9%; escrutado el <1%",
  ],
  [
    "counting, nobody says how much",
    { votes: halfway.votes },
    "Handel 50.1%, Ossoff 49.9%",
    "Handel 50.1%, Ossoff 49.9%",
  ],
  [
    "all reporting, uncalled",
    finalCount,
    "Handel 51.8%, Ossoff 48.2%; 208 of 208 precincts reporting; no winner declared",
    "Handel 51.8%, Ossoff 48.2%; 208 de 208 precintos con datos; no hay ganador declarado",
  ],
  [
    "called",
    { ...finalCount, calls: [call()] },
    "Handel wins, Test Wire says",
    "Gana Handel, según Test Wire",
  ],
  [
    "called before there are votes",
    { calls: [call()] },
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
    "called, trailing",
    { ...halfway, calls: [call({ candidate: "ossoff" })] },
    "Test Wire: Ossoff wins, trailing in votes counted so far",
    "Test Wire: gana Ossoff, aunque va detrás en lo contado",
  ],
  [
    "callers who disagree",
    { ...halfway, calls: [call(), call({ candidate: "ossoff", caller: "Other Desk" })] },
    "Handel wins, Test Wire says; Ossoff wins, Other Desk says",
    "Gana Handel, según Test Wire; gana Ossoff, según Other Desk",
  ],
  [
    "two seats",
    { ...finalCount, calls: [call(), call({ candidate: "ossoff" })], change: { seats: 2 } },
    "Handel and Ossoff win, Test Wire says",
    "Ganan Handel y Ossoff, según Test Wire",
  ],
  [
    "retracted",
    { ...halfway, calls: [call({ retracted: { at: "2017-06-21T03:00:00Z" } })] },
    "Test Wire withdraws its call; no winner declared",
    "Test Wire retira su declaración; no hay ganador declarado",
  ],
  [
    "a runoff",
    {
      votes: crowdVotes(3),
      calls: ["c1", "c2"].map((candidate) => call({ outcome: "runoff", candidate })),
      change: { candidates: crowd(3), runoffDate: "2017-06-20" },
    },
    "Adams, Baker advance to June 20 runoff",
    "Adams y Baker, a segunda vuelta el 20 de junio",
  ],
  [
    "one of a runoff's two",
    { ...finalCount, calls: [call({ outcome: "runoff" })] },
    "Handel advances to runoff",
    "Handel, a segunda vuelta",
  ],
  [
    "too early",
    { ...halfway, calls: states("too_early") },
    "Too early to call",
    "Aún es pronto para declarar ganador",
  ],
  [
    "too close",
    { ...halfway, calls: states("too_close") },
    "Too close to call: 293 votes apart",
    "Demasiado reñida: 293 votos de diferencia",
  ],
  [
    "a measure",
    { votes: { yes: 571, no: 429 }, change: measure },
    "Yes 57.1%, short of required 60%",
    "Sí 57.1%, por debajo del 60% requerido",
  ],
  [
    "a measure, at the share it needs",
    { votes: { yes: 600, no: 400 }, change: measure },
    "Yes 60.0%, above required 60%",
    "Sí 60.0%, por encima del 60% requerido",
  ],
  [
    "a measure that rounding would pass",
    { votes: { yes: 59_999, no: 40_001 }, change: measure },
    "Yes 59.999%, short of required 60%",
    "Sí 59.999%, por debajo del 60% requerido",
  ],
  [
    "a measure of two ways",
    {
      votes: { yes: 571, no: 429 },
      ballots: 1300,
      change: {
        ...measure,
        need: {
          anyOf: [
            { share: "3/5", strict: false, of: "votes" },
            { share: "1/2", strict: true, of: "ballots" },
          ],
        },
      },
    },
    "Yes 57.1%; 60% or more than 50% of ballots required",
    "Sí 57.1%; se requiere 60% o más del 50% de las boletas",
  ],
  [
    "a measure called",
    { votes: { yes: 571, no: 429 }, calls: states("failed"), change: measure },
    "Measure B fails, Test Wire says",
    "Se rechaza Measure B, según Test Wire",
  ],
  [
    "a retention",
    {
      votes: { yes: 571, no: 429 },
      calls: states("retained"),
      change: { ...measure, office: "Justice Pine", electionType: "retention" },
    },
    "Justice Pine retained, Test Wire says",
    "Sigue en el cargo Justice Pine, según Test Wire",
  ],
  [
    "three of five seats",
    { votes: crowdVotes(5), change: seats },
    "Adams, Baker, Castillo in top three; three seats",
    "Adams, Baker y Castillo, en los tres primeros lugares; tres escaños",
  ],
  [
    "a tie for the last seat",
    { votes: { ...crowdVotes(5), c3: 910 }, change: seats },
    "Castillo and Featherstonehaugh tied at 910 votes for last seat",
    "Castillo y Featherstonehaugh empatan a 910 votos por el último escaño",
  ],
  [
    "a top-two primary",
    { votes: crowdVotes(5), change: { candidates: crowd(5), advance: 2 } },
    "Adams, Baker in top two; two advance",
    "Adams y Baker, en los dos primeros lugares; avanzan dos",
  ],
  [
    "ranked ballots",
    {
      votes: crowdVotes(3),
      change: {
        candidates: crowd(3),
        rule: "ranked_choice",
        ...({ tabulations: [tabulation] } as object),
      },
    },
    "Round 2 of 2, unofficial: Adams 51.2% of continuing ballots",
    "Ronda 2 de 2, no oficial: Adams, 51.2% de las boletas activas",
  ],
  [
    "recount",
    { ...halfway, change: { recount: { state: "under_way" } } },
    "Recount under way; margin 0.2 percentage points",
    "Nuevo recuento en marcha; diferencia de 0.2 puntos porcentuales",
  ],
  [
    "by lot",
    { votes: { handel: 11_608, ossoff: 11_608 }, change: { decidedBy: "lot" } },
    "Tied at 11,608 votes; winner to be drawn by lot",
    "Empate a 11,608 votos; decidirá un sorteo",
  ],
  [
    "unopposed",
    { change: { candidates: [{ ...demoRace.candidates[0]!, uncontested: true }] } },
    "Handel runs unopposed",
    "Handel, sin rival",
  ],
  [
    "a tie",
    { votes: { handel: 900, ossoff: 900 }, precincts: [1, 3] },
    "Early count: Handel and Ossoff tied at 900 votes; 1 of 3 precincts reporting",
    "Primeros datos: Handel y Ossoff empatan a 900 votos; 1 de 3 precintos con datos",
  ],
  [
    "a tie of many",
    { votes: Object.fromEntries(six.candidates.map(({ id }) => [id, 1])), change: six },
    "Adams, Baker and 4 others tied at 1 vote",
    "Adams, Baker y 4 más empatan a 1 voto",
  ],
  [
    "shares that print alike",
    { votes: { handel: 90_012, ossoff: 90_000 }, precincts: [2, 3] },
    "Handel 50.0%, Ossoff 50.0%, 12 votes apart; 2 of 3 precincts reporting",
    "Handel 50.0%, Ossoff 50.0%, a 12 votos de distancia; 2 de 3 precintos con datos",
  ],
  [
    "one candidate",
    { votes: { handel: 12_345 }, precincts: [1, 3], change: alone },
    "Early count: Handel, the only candidate, has 12,345 votes; 1 of 3 precincts reporting",
    "Primeros datos: Handel, la única candidatura, tiene 12,345 votos; 1 de 3 precintos con datos",
  ],
  [
    "thirty candidates",
    { votes: crowdVotes(30), precincts: [3, 208], change: { candidates: crowd(30) } },
    "Early count: Adams 5.9%, Baker 5.7%; 3 of 208 precincts reporting",
    "Primeros datos: Adams 5.9%, Baker 5.7%; 3 de 208 precintos con datos",
  ],
  [
    "certified",
    { ...finalCount, calls: [call()], change: certified },
    "Certified June 26: Handel 51.8%",
    "Certificado el 26 de junio: Handel 51.8%",
  ],
])("%s", (_, moment, en, es) => {
  const said = Object.entries(countedRace(moment).results?.statement ?? {});
  expect(said.map(([tag, text]) => [tag, text.replaceAll("\u00a0", " ")])).toEqual([
    ["en", en],
    ["es", es],
  ]);
});

test("the card says how far the count is over its headline, and not twice", () => {
  expect(headline(halfway)).toBe("Handel 50.1%, Ossoff 49.9%");
  expect(countedRace(halfway).results?.progress?.["en"]).toBe(
    "120 of 208 precincts reporting · 9:40 p.m. EDT",
  );
});

test("nobody leads or wins by the numbers, however clear they are", () => {
  const landslide = { votes: { handel: 250_000, ossoff: 10 }, precincts: [207, 208] } as const;
  expect(headline(landslide)).toBe("Handel >99.9%, Ossoff <0.1%");
  expect(headline({ ...landslide, change: { status: "called" } })).not.toMatch(/wins|leads|ahead/);
});

test("calls of the round before don't speak for the runoff", () => {
  const calls = [call({ outcome: "runoff" }), call({ outcome: "runoff", candidate: "ossoff" })];
  expect(headline({ ...halfway, before: { handel: 3, ossoff: 4 }, calls })).toBe(
    "Handel 50.1%, Ossoff 49.9%",
  );
});
