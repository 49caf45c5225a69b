import { expect, test } from "vitest";
import { htmlOf } from "../visible-text.tsx";
import { demoRace } from "../fixtures/demo-race.ts";
import {
  call,
  countedRace,
  crowd,
  crowdVotes,
  finalCount,
  halfway,
} from "../fixtures/results-race.ts";
import { resultsHtml, resultsText } from "./shown.ts";

test("names race and section, and says votes, shares, progress, source and time", () => {
  const text = resultsText(halfway);
  expect(text).toMatch(
    /^Georgia 6th District runoff · Results 120 of 208 precincts reporting · 9:40 p\.m\. EDT Handel 50\.1%/,
  );
  expect(text).toContain("Handel (R) 81,004 50.1% Ossoff (D) 80,711 49.9%");
  expect(text).toContain("Difference: 0.2 points. No winner has been called yet.");
  expect(text).toMatch(/Source: Georgia Secretary of State; as of June 20 at 9:40 PM EDT$/);
});

test("the final count says how many took part and, on demand, how people voted", () => {
  const text = resultsText(finalCount);
  expect(text).toContain("Handel (R) 134,799 51.8% Ossoff (D) 125,517 48.2%");
  expect(text).toContain(
    "Difference: 3.6 points. 260,455 ballots counted, 58.2% of 447,826 registered voters.",
  );
  expect(text).toContain(
    "How people voted Method Handel Ossoff Votes Early in person 49.3% 56,619 50.7% 58,152 114,771",
  );
  expect(text).toContain("Provisional 27.0% 161 73.0% 435 596");
});

test("a count whose source tells no modes has no table of them", () => {
  expect(resultsText(halfway)).not.toContain("How people voted");
});

test("a call stands beside the name, with who made it and when, and its source", () => {
  const text = resultsText({ ...finalCount, calls: [call()] });
  expect(text).toContain("Handel (R) Wins 134,799 51.8% Ossoff (D) 125,517");
  expect(text).toContain("Handel: called by Test Wire, June 20 at 10:14 PM EDT.");
  expect(text).not.toContain("No winner has been called");
  expect(text).toContain("Source: Georgia Secretary of State, Test Wire; as of");
  expect(resultsHtml({ ...finalCount, calls: [call()] })).toContain('<b part="call">');
});

test("all who called are named, and whom each called where they differ", () => {
  const later = { caller: "Other Desk", at: "2017-06-21T02:20:00Z" };
  const agreed = resultsText({ ...finalCount, calls: [call(later), call()] });
  expect(agreed).toContain(
    "Handel: called by Test Wire, June 20 at 10:14 PM EDT; Other Desk, June 20 at 10:20 PM EDT.",
  );
  const split = resultsText({
    ...halfway,
    calls: [call({ candidate: "ossoff", ...later }), call()],
  });
  expect(split).toContain("Handel: called by Test Wire, June 20 at 10:14 PM EDT.");
  expect(split).toContain("Ossoff: called by Other Desk, June 20 at 10:20 PM EDT.");
});

test("a certified count says by whom and since when", () => {
  const county = { by: "County boards", at: "2017-06-23T15:00:00Z", source: "ga-sos" };
  const state = {
    by: "Georgia Secretary of State",
    at: "2017-06-26T15:00:00Z",
    source: "ga-sos",
  };
  const certified = [county, state];
  const text = resultsText({ ...finalCount, change: { status: "certified", certified } });
  expect(text).toContain("Certified by Georgia Secretary of State, June 26 at 11:00 AM EDT.");
  expect(text).not.toContain("No winner has been called");
  expect(text).not.toContain("County boards");
});

test.each([
  [{ precincts: [1, 208] }, "1 of 208 precincts reporting · 9:40 p.m. EDT"],
  [{ precincts: [207, 208] }, "207 of 208 precincts reporting · 9:40 p.m. EDT"],
  [{ precincts: [0, 208] }, "0 of 208 precincts reporting · 9:40 p.m. EDT"],
  [{ expectedPercent: 99.6 }, "Georgia Secretary of State estimates >99% counted ·"],
  [{ expectedPercent: 63.5 }, "Georgia Secretary of State estimates 64% counted ·"],
  [{}, "How much is counted isn’t stated ·"],
  [{ ballots: 165_000 }, "How much is counted isn’t stated ·"],
] as const)("how far the count is, of %j, is never rounded to all or nothing", (moment, words) => {
  expect(resultsText({ votes: halfway.votes, ...moment })).toContain(words);
});

test("zero votes: no shares, and no graphic of nothing divided by nothing", () => {
  const none = { votes: { handel: 0, ossoff: 0 }, precincts: [0, 208] } as const;
  expect(resultsText(none)).toContain("Handel (R) 0 – Ossoff (D) 0 –");
  expect(resultsHtml(none)).not.toMatch(/NaN|Infinity|undefined/);
});

test("a candidate of whom nothing is reported has no number, which isn't 0", () => {
  const moment = { votes: { handel: 12 }, modes: {}, precincts: [1, 208] } as const;
  expect(resultsText(moment)).toContain("Handel (R) 12 100.0% Ossoff (D) not reported –");
  expect(resultsHtml(moment)).not.toMatch(/NaN|Infinity|undefined|null/);
});

test("votes of write-ins and of who isn't listed are in the whole, and are told", () => {
  const others = { "write-ins": 16, "Cy Pine": 5 };
  const moment = { votes: { handel: 499, ossoff: 480 }, others } as const;
  const text = resultsText(moment);
  expect(text).toContain("Handel (R) 499 49.9% Ossoff (D) 480 48.0%");
  expect(text).toContain("Write-ins and others: 21 votes, 2.1%, most for Cy Pine (5 votes).");
  expect(resultsText(moment, "es")).toContain(
    "Por escrito y demás candidaturas: 21 votos, 2.1%; quien más tiene, Cy Pine (5 votos).",
  );
  const half = resultsHtml({ ...moment, change: { rule: "majority_runoff" } });
  expect(half).toContain('class="against"');
});

test("of thirty candidates five have bars, the others are summed up and listed", () => {
  const crowded = {
    votes: crowdVotes(30),
    precincts: [3, 208],
    change: { candidates: crowd(30) },
  } as const;
  const text = resultsText(crowded);
  expect(text).toContain("Ibarra (I) 880 5.2%");
  expect(text).toContain("25 other candidates: 12,250 votes, 72.3%");
  expect(text).toContain("Name30 (I) 130 0.8%");
  expect(resultsHtml(crowded).match(/<svg/g)).toHaveLength(5);
});

test("bars share one scale, from nothing to all votes", () => {
  const html = resultsHtml({ votes: { handel: 4, ossoff: 6 } });
  expect(html.match(/viewBox="0 0 100 1"/g)).toHaveLength(2);
  expect(html).toMatch(/M0 0H60V1H0.*M0 0H40V1H0/s);
});

const three = { candidates: crowd(3), rule: "majority_runoff" } as const;

test("that more than half wins is said only where it decides", () => {
  const rule = "More than half of the votes (dashed line) wins without a runoff.";
  const votes = crowdVotes(3);
  expect(resultsText({ votes, change: three })).toContain(rule);
  expect(resultsHtml({ votes, change: three })).toContain('class="against" d="M50 0V1"');
  const runoff = { votes, calls: [call({ candidate: "c1", outcome: "runoff" })] } as const;
  expect(resultsText({ ...runoff, change: three })).toContain(rule);

  const wons = [
    { votes, change: { candidates: three.candidates } },
    { votes, calls: [call({ candidate: "c1" })], change: three },
    { votes: halfway.votes, change: { rule: three.rule } },
  ] as const;
  for (const won of wons) expect(resultsText(won)).not.toContain("runoff.");
});

test("a runoff shows those called into it, before the first votes too", () => {
  const calls = ["c1", "c3"].map((candidate) => call({ candidate, outcome: "runoff" }));
  const moment = { before: crowdVotes(3), calls, change: three } as const;
  const text = resultsText({ ...moment, votes: { c3: 60, c1: 40 } });
  expect(text).toContain("Castillo (I) 60 60.0% Adams (I) 40 40.0% Difference: 20.0");
  expect(text).not.toContain("without a runoff");
  const early = resultsText({ ...moment, precincts: [0, 9] });
  expect(early).toContain("Adams (I) – – Castillo (I) – – No winner");
});

test("a rehearsal says so, and corrections of results are shown", () => {
  const change = {
    test: true,
    corrections: [
      { at: "2017-06-21T02:00:00Z", section: "results", text: "A county was counted twice." },
      { at: "2017-06-21T02:00:00Z", section: "polls", text: "A poll was listed twice." },
    ],
  } satisfies Partial<typeof demoRace>;
  const text = resultsText({ ...halfway, change });
  expect(text).toMatch(/^TEST: made-up numbers/);
  expect(text).toContain("Correction, June 20 at 10:00 PM EDT: A county was counted twice.");
  expect(text).not.toContain("A poll was listed twice.");
});

test("once votes are counted, auto shows the results; results with no round yet say so", () => {
  expect(htmlOf({ race: countedRace(halfway), card: "auto" })).toContain("Results");
  const race = countedRace(halfway);
  const empty = {
    ...race,
    results: { ...race.results!, rounds: [], headline: { en: "No votes counted yet" } },
  };
  expect(htmlOf({ race: empty, card: "results" })).toContain("No votes counted yet");
});

test("text of the race can't become markup", () => {
  const [first, ...others] = demoRace.candidates;
  const candidates = [{ ...first!, shortName: "<img src=x>" }, ...others];
  const calls = [call({ caller: "<script>" })];
  expect(resultsHtml({ ...finalCount, calls, change: { candidates } })).not.toMatch(/<img|<script/);
});

test("speaks Spanish throughout", () => {
  const text = resultsText({ ...finalCount, calls: [call()] }, "es");
  expect(text).toContain(
    "Segunda vuelta, Distrito 6 de Georgia · Resultados 208 de 208 precintos con datos · 9:40 p.m. EDT Gana Handel, según Test Wire",
  );
  expect(text).toContain("Handel (R) Gana 134,799 51.8%");
  expect(text).toContain(
    "Diferencia: 3.6 puntos. 260,455 boletas contadas, 58.2% de 447,826 votantes registrados.",
  );
  expect(text).toContain("Handel: anuncio de Test Wire, 20 de junio a las 10:14 p.m. EDT.");
  expect(text).toContain("Cómo votaron Modalidad Handel Ossoff Votos Anticipado en persona");
  expect(text).not.toMatch(/wins|precincts|Called|Votes|Source/);

  const crowded = { votes: crowdVotes(30), change: { ...three, candidates: crowd(30) } };
  const many = resultsText(crowded, "es");
  expect(many).toContain("25 candidaturas más: 12,250 votos, 72.3%");
  expect(many).toContain("No se indica cuánto se ha contado · 9:40 p.m. EDT");
  expect(many).toContain("Más de la mitad de los votos (línea punteada) gana sin segunda vuelta.");
});
