import { expect, test } from "vitest";
import type { PollsSummary } from "../../../src/race/sections/polls/summary.ts";
import type { RaceDocument } from "../../../src/race/schema/document.ts";
import { demoPollsSummary, demoRace } from "../fixtures/demo-race.ts";
import { manyCandidates } from "../fixtures/many-candidates.ts";
import { htmlOf, textOf } from "../visible-text.tsx";

function withPolls(change: Partial<PollsSummary>): RaceDocument {
  return { ...demoRace, polls: { ...demoPollsSummary, ...change } };
}

test("says where things stand, by whose account, and what others say", () => {
  const text = textOf({});
  expect(text).toContain("Georgia 6th District runoff · Polls");
  expect(text).toContain("About even: Ossoff 49%, Handel 48%");
  expect(text).toContain("Ossoff (D) 45.0 to 53.2 49.1");
  expect(text).toContain("Handel (R) 43.6 to 51.9 47.7");
  expect(text).toContain("no forecast");
  expect(text).toContain("Real Clear Politics: Handel 49, Ossoff 48 (June 20).");
  expect(text).toContain("our average has Ossoff ahead by 1.4");
  expect(text).toMatch(/Source: Ballotpedia.*, Plural Vote.*; as of June 20$/);
});

test("lists each poll with what is known about it, and says what isn't", () => {
  const text = textOf({});
  expect(text).toContain(
    "Landmark Communications 49.0 48.9 Ossoff +0.1 Jun 19 · 500 LV · ±4.4 · for WSB-TV Trafalgar Group 48.6 50.5 Handel +1.9 Jun 17 – 18 · 1,100 LV · ±2.9 · partisan (R)",
  );
  expect(text).toContain(
    "CSP Polling 48.0 49.0 Handel +1.0 Jun 15 – 17 · 571 population not stated · margin of error not stated",
  );
  expect(text).toContain(
    "Anzalone Liszt Grove 48.0 47.0 Ossoff +1.0 Apr 23 – 26 · 590 LV · ±4 · for Ossoff campaign · campaign poll",
  );
  expect(text).toContain("Dates · sample · margin of error");
});

test("the method opens to every poll with its weight, and says how many there are", () => {
  const text = textOf({});
  expect(text).toContain("Polls (14 of 14), weights, method Real Clear Politics has Handel ahead");
  expect(text).toContain("Both gaps are inside the margin of error. Recent and larger polls count");
  expect(text).toContain("SurveyUSA 47.0 47.0 Even Jun 7 – 11");
  expect(text).toContain("Jun 19 · 500 LV · ±4.4 · for WSB-TV · weight 7.6%");
  expect(text).toContain("±4 · for Ossoff campaign · campaign poll · weight 1.1%");
  expect(text).toContain(
    "A poll’s weight halves every 18 days, from the middle of its field work. It grows with the square root of the people asked, to 1.5 times that of 600. It is divided by the square root of how many polls its pollster ended in 90 days. Campaign and partisan polls weigh 50% of others, together at most 33% of the average.",
  );
  expect(text).toContain(
    "The polls together are as sure as one random poll of 6,048 people. Ossoff over Handel: 1.4 points, from −6.8 to 9.6; without the shared error, from −1.1 to 3.9.",
  );
  expect(text).toContain("likely voters (LV) 10, registered voters (RV) 2, not stated 2.");
  const few = textOf({
    race: withPolls({ recent: demoPollsSummary.recent.slice(0, 11), count: 14 }),
  });
  expect(few).toContain("Polls (11 of 14)");
});

test("names both intervals, and gives the average of independent polls", () => {
  const text = textOf({});
  expect(text).toContain("Lines: 95% intervals of these polls. Bars: with the error polls share.");
  expect(text).toContain("Independent polls: Ossoff 49.1, Handel 47.5.");
  const html = htmlOf({});
  expect(html).toContain('<path class="bar faint" d="M45 0H53.2V1H45"></path>');
  expect(html).toContain('<path d="M47.8 .5H50.3"></path>');
});

test("what no poll of the race states is said once", () => {
  const text = textOf({});
  expect(text).toContain(
    "Not stated for any of these polls: question, mode, sampling frame, probability sample or not, weighting, report.",
  );
  expect(text).toContain("partisan (R) · not stated: who paid · weight 8.4%");
});

test("the trend is a table, too: the days on which it changed, the newest first", () => {
  const { trend } = demoPollsSummary;
  const text = textOf({});
  // On June 20 nothing had changed since the day before, nor from May 20 to 30.
  expect(text).toContain("whenever it changed Ossoff Handel Jun 19 49.1 47.7 Jun 18 49.1 47.6");
  expect(text).toContain(
    "May 31 48.7 46.1 May 20 48.4 45.7 May 10 46.9 46.7 May 4 46.9 48.6 Source:",
  );
  expect(textOf({ race: withPolls({ trend: trend.slice(0, 1) }) })).not.toContain(
    "whenever it changed",
  );
});

test("each method says its weights", () => {
  const { average } = demoPollsSummary;
  const { sharedError, partisanLimit } = average.settings;
  const common = { sharedError, partisanLimit, partisanScale: 1, medianSample: 600 };
  const mean = { windowDays: 21, roundInputs: true, ...common };
  const decay = { windowDays: 30, partisanFactor: 0.5, ...common };
  expect(
    textOf({ race: withPolls({ average: { ...average, method: "mean", settings: mean } }) }),
  ).toContain(
    "Polls that ended in the last 21 days, all with the same weight, their shares rounded to whole numbers.",
  );
  expect(
    textOf({ race: withPolls({ average: { ...average, method: "decay", settings: decay } }) }),
  ).toContain("A poll’s weight falls evenly, to nothing after 30 days.");
});

test("says which polls the average leaves out, and why", () => {
  const { average } = demoPollsSummary;
  const [first] = demoPollsSummary.recent;
  if (!first) throw new Error("the fixture has no polls");
  const own = { ...average, inputs: average.inputs.slice(1) };
  const race = withPolls({
    average: {
      ...own,
      leftOut: [
        { poll: first.id, reason: "line_up" },
        { poll: "TEST-older", reason: "old" },
      ],
    },
  });
  expect(textOf({ race })).toContain(
    "Left out: Landmark Communications, Jun 19 (not all main candidates); 1 not listed here.",
  );
  expect(textOf({ race })).toContain(
    "for WSB-TV · left out: not all main candidates Trafalgar Group",
  );
  expect(textOf({ race, lang: "es" })).toContain("excluida: no todos los candidatos principales");
});

test("too few polls for an average: the sentence, and the polls with all whom they asked about", () => {
  const { withoutPartisan: _, ...average } = demoPollsSummary.average;
  const recent = demoPollsSummary.recent.slice(0, 2);
  const race = withPolls({
    average: {
      ...average,
      shares: [],
      inputs: [],
      leftOut: recent.map(({ id }) => ({ poll: id, reason: "old" })),
      lead: { ...average.lead, case: "few", statement: { en: "Too few recent polls" } },
    },
    recent,
    count: 2,
    trend: [],
    published: [],
    disagreement: null,
  });
  const text = textOf({ race });
  expect(text).toContain("Too few recent polls Latest polls Handel Ossoff Lead Dates");
  expect(text).toContain(
    "Landmark Communications 48.9 49.0 Ossoff +0.1 Jun 19 · 500 LV · ±4.4 · for WSB-TV",
  );
  expect(text).toContain("for WSB-TV · left out: too old");
  expect(text).toContain("Polls (2 of 2)");
  expect(htmlOf({ race })).not.toMatch(/<svg|Lines|Infinity|NaN|undefined/);
});

test("speaks Spanish throughout", () => {
  const text = textOf({ lang: "es" });
  expect(text).toContain("Segunda vuelta, Distrito 6 de Georgia · Encuestas");
  expect(text).toContain("Casi parejos: Ossoff 49%, Handel 48%");
  expect(text).toContain("571 (población sin indicar) · margen de error sin indicar");
  expect(text).toContain("sin pronóstico");
  expect(text).not.toMatch(/Latest|Source|Sample|weight/i);
});

test("a poll of which nothing is known but its shares", () => {
  const [poll] = demoPollsSummary.recent;
  if (!poll) throw new Error("the fixture has no polls");
  const bare = {
    ...poll,
    sample: null,
    population: null,
    marginOfError: null,
    field: { middle: "2017-06-16" },
    shares: [{ candidate: "handel", share: 50 }],
  };
  const text = textOf({ race: withPolls({ recent: [bare], count: 1 }) });
  expect(text).toContain(
    "– 50.0 – Jun 16 · sample not stated population not stated · margin of error not stated · for WSB-TV",
  );
  expect(text).toContain("Polls (1 of 1)");
});

test("what a pollster discloses stands in the method, and no margin of error without a probability sample", () => {
  const [poll, ...others] = demoPollsSummary.recent;
  if (!poll) throw new Error("the fixture has no polls");
  const told = {
    ...poll,
    question: "Whom would you vote for?",
    mode: "online panel",
    frame: "adults who signed up",
    probability: false,
    weighting: "weighted by age and sex",
    funder: "Test Fund",
    reportUrl: "https://pollster.example/report",
  };
  const race = withPolls({ recent: [told, ...others] });
  const text = textOf({ race });
  expect(text).toContain(
    "Jun 19 · 500 LV · no probability sample · for WSB-TV · for Test Fund Trafalgar",
  );
  expect(text).toContain(
    "no probability sample · for WSB-TV · for Test Fund · question: Whom would you vote for? · mode: online panel · sampling frame: adults who signed up · weighting: weighted by age and sex · weight 7.6%",
  );
  // Of the others each says what it lacks, payers too.
  expect(text).toContain(
    "partisan (R) · not stated: question, mode, sampling frame, probability sample or not, weighting, who paid, report · weight 8.4%",
  );
  expect(text).not.toContain("Not stated for any");
  expect(htmlOf({ race })).toContain('<a href="https://pollster.example/report">Landmark');
});

test("a poll says whom else it named, so that nobody takes its share for one of the race", () => {
  const [poll, ...rest] = demoPollsSummary.recent;
  if (!poll) throw new Error("the fixture has no polls");
  const shares = [{ candidate: "ossoff", share: 60 }];
  const others = [
    { name: "Test Hill", share: 30.5 },
    { name: "Test Gray", share: 2 },
  ];
  const race = withPolls({ recent: [{ ...poll, shares, others }, ...rest] });
  expect(textOf({ race })).toMatch(/60\.0 – .*Test Hill 30\.5 · Test Gray 2\.0 · for WSB-TV/);
});

test("no polls yet: the sentence, and no empty graphics", () => {
  const html = htmlOf({
    race: withPolls({
      average: {
        ...demoPollsSummary.average,
        shares: [],
        inputs: [],
        lead: {
          ...demoPollsSummary.average.lead,
          case: "none",
          statement: { en: "No polls of this race have been published yet", es: "Sin encuestas" },
        },
      },
      recent: [],
      trend: [],
      published: [],
      disagreement: null,
      count: 0,
    }),
  });
  expect(html).toContain("No polls of this race have been published yet");
  expect(html).not.toMatch(/<svg|<table|<details|Infinity|NaN/);
});

test("one candidate, and a tie, are drawn without a stumble", () => {
  const [first, second] = demoPollsSummary.average.shares;
  if (!first || !second) throw new Error("the fixture has no shares");
  const single = htmlOf({
    race: withPolls({
      average: { ...demoPollsSummary.average, shares: [first] },
      trend: demoPollsSummary.trend.map(({ date, shares }) => ({
        date,
        shares: shares.slice(0, 1),
      })),
    }),
  });
  const tied = htmlOf({
    race: withPolls({
      average: {
        ...demoPollsSummary.average,
        shares: [
          { ...first, share: 48 },
          { ...second, share: 48 },
        ],
      },
    }),
  });
  for (const html of [single, tied]) expect(html).not.toMatch(/NaN|Infinity|undefined/);
  expect(single).not.toContain("Handel (R)");
});

test("of thirty candidates the first few are drawn, the others listed", () => {
  const text = textOf({ race: manyCandidates(30) });
  expect(text).toContain("25 other candidates");
  expect(text).toMatch(/Name28 \(I\) \d\.\d, Name29 \(I\) \d\.\d/);
  const html = htmlOf({ race: manyCandidates(30) });
  expect(html).not.toMatch(/NaN|Infinity|undefined/);
  expect(html.match(/class="bar faint"/g)).toHaveLength(5);
});

test("graphics are hidden from screen readers, which get the tables", () => {
  const html = htmlOf({});
  for (const svg of html.match(/<svg[^>]*>/g) ?? []) expect(svg).toContain('aria-hidden="true"');
  expect(html.match(/<th scope="row" role="rowheader">/g)?.length).toBeGreaterThan(18);
  expect(html).toContain('<th scope="col" role="columnheader">95% interval</th>');
});
