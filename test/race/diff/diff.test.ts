import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compileRace } from "../../../src/race/compile/compile-race.ts";
import { diffDocuments } from "../../../src/race/diff/diff.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import type { RaceDocument } from "../../../src/race/schema/document.ts";
import { moneyEntry } from "../../../src/race/sections/money/source.ts";
import type { Poll } from "../../../src/race/sections/polls/source.ts";
import { aCall, aPoll, aRace, counted, someData, votes } from "../fixtures.ts";
import { turnout } from "../gate/fixtures.ts";

const MOMENT = "2026-11-04T08:00:00-05:00";

/** Whatever others there are by now. */
const LANGUAGES = ["en", "es"];

/** What readers get; the revision moves on with every compilation, as it does in the desk. */
let revision = 0;
function published(changes: Partial<RaceData> = {}, now = MOMENT): RaceDocument {
  revision += 1;
  const data = someData({ race: aRace({ asOf: now, languages: LANGUAGES }), ...changes });
  const stamp = { now, revision, publication: revision, updatedAt: now };
  return JSON.parse(JSON.stringify(compileRace(data, stamp).document)) as RaceDocument;
}

function withPolls(...polls: readonly Poll[]): RaceDocument {
  return published({ polls: { polls: [...polls] } });
}

const one = aPoll("one", "2026-10-28", 51, 45);
const two = aPoll("two", "2026-10-30", 48, 47);

test("two publications of the same data are the same to readers", () => {
  const counts = [votes("Ash", "ada", 5), counted("Ash", "precincts_total", 3)];
  const data = { polls: { polls: [one, two] }, results: { counts } };
  expect(diffDocuments(published(data), published(data))).toEqual([]);
});

test("a new race is told whole", () => {
  const changes = diffDocuments(null, withPolls(one));
  expect(changes).toContainEqual({
    path: "title",
    label: "Title",
    before: null,
    after: "A test race",
  });
  expect(changes).toContainEqual({
    path: "candidates.ada.shortName",
    label: "Candidate, Able, short name",
    before: null,
    after: "Able",
  });
  expect(changes.filter((change) => change.before !== null)).toEqual([]);
  const labels = changes.map((change) => change.label);
  for (const unseen of ["Schema", "Revision", "Publication", "Updated at", "Next"])
    expect(labels).not.toContain(unseen);
});

test("a corrected share shows in the average and in its poll, with names for ids", () => {
  const changes = diffDocuments(withPolls(one), withPolls(aPoll("one", "2026-10-28", 50, 45)));
  expect(changes).toContainEqual({
    path: "polls.average.shares.ada.share",
    label: "Polls average, Able",
    before: 51,
    after: 50,
  });
  expect(changes).toContainEqual({
    path: "polls.recent.one.shares.ada.share",
    label: "Polls, Pollster one 2026-10-28, Able",
    before: 51,
    after: 50,
  });
  expect(changes.map((change) => change.label)).toContain("Polls average, Able, low");
  expect(changes.map((change) => change.path)).not.toContain("polls.recent.one.shares.bo.share");
});

const recentChanges = (before: RaceDocument, after: RaceDocument) =>
  diffDocuments(before, after).filter((change) => change.path.startsWith("polls.recent"));

test("a poll that comes or goes is one line, and its place in the list is none", () => {
  const line = { path: "polls.recent.two", label: "Polls, Pollster two 2026-10-30" };
  expect(recentChanges(withPolls(one), withPolls(two, one))).toEqual([
    { ...line, before: null, after: "Able 48, Baker 47" },
  ]);
  expect(recentChanges(withPolls(one, two), withPolls(one))).toEqual([
    { ...line, before: "Able 48, Baker 47", after: null },
  ]);
  const before = withPolls(one, two);
  const turned = structuredClone(before);
  turned.polls?.recent.reverse();
  turned.candidates.reverse();
  expect(diffDocuments(before, turned)).toEqual([]);
});

test("a trend and the weights that shift are counted, not listed", () => {
  const changes = diffDocuments(withPolls(one), withPolls(one, two));
  const [weights] = changes.filter((change) => change.path === "polls.average.inputs");
  expect(weights).toEqual({
    path: "polls.average.inputs",
    label: "Polls average weights",
    before: "1 poll",
    after: "2 polls, 2 new or changed",
  });
  const trend = changes.filter((change) => change.path.startsWith("polls.trend"));
  expect(trend).toHaveLength(1);
  expect(trend[0]?.after).toMatch(/^\d+ days, \d+ new or changed$/);
});

test("ballots are told in all, by mode and by day", () => {
  const before = published({ turnout: turnout(["2026-10-20", 100, "absentee_mail"]) });
  const after = published({
    turnout: turnout(["2026-10-20", 100, "absentee_mail"], ["2026-10-21", 160, "absentee_mail"]),
  });
  expect(diffDocuments(before, after)).toEqual([
    { path: "turnout.ballots", label: "Turnout ballots", before: 100, after: 160 },
    { path: "turnout.asOf", label: "Turnout as of", before: "2026-10-20", after: "2026-10-21" },
    {
      path: "turnout.modes.absentee_mail.ballots",
      label: "Turnout, absentee mail, ballots",
      before: 100,
      after: 160,
    },
    {
      path: "turnout.daily.2026-10-21",
      label: "Turnout, by 2026-10-21",
      before: null,
      after: 160,
    },
    {
      path: "turnout.statement.en",
      label: "Turnout sentence in English",
      before: "100 people have voted early",
      after: "160 people have voted early",
    },
    {
      path: "turnout.statement.es",
      label: "Turnout sentence in Spanish",
      before: "100 personas ya votaron por anticipado",
      after: "160 personas ya votaron por anticipado",
    },
  ]);
});

const nightCounts = (ada: number, precincts: number) => ({
  counts: [
    votes("Ash", "ada", ada),
    votes("Ash", "bo", 40),
    counted("Ash", "precincts_reported", precincts),
    counted("Ash", "precincts_total", 3),
  ],
});

test("votes, reporting and calls are told by round and name", () => {
  const before = published({ results: nightCounts(30, 1) });
  const after = published({
    calls: { calls: [aCall({ at: MOMENT })] },
    results: nightCounts(60, 3),
  });
  const changes = diffDocuments(before, after);
  expect(changes).toEqual(
    expect.arrayContaining([
      { path: "status", label: "Status", before: "counting", after: "called" },
      {
        path: "results.rounds.1.candidates.ada.votes",
        label: "Results, round 1, Able, votes",
        before: 30,
        after: 60,
      },
      {
        path: "results.reporting.counted",
        label: "Results reporting counted",
        before: 1,
        after: 3,
      },
      {
        path: "calls.1.ada.Test Wire",
        label: "Call by Test Wire",
        before: null,
        after: "Able won",
      },
    ]),
  );
  expect(diffDocuments(after, before)).toContainEqual({
    path: "results.rounds.1.candidates.ada.status",
    label: "Results, round 1, Able, status",
    before: "won",
    after: null,
  });
});

test("money and corrections are told in words", () => {
  const entry = { measure: "receipts", candidate: "ada", asOf: "2026-09-30", source: "office" };
  const money = (amount: number) => ({ entries: [moneyEntry.parse({ ...entry, amount })] });
  const text = "A digit was missing from Able's receipts.";
  const before = published({ money: money(5000) });
  const after = published({
    money: money(50_000),
    race: aRace({
      asOf: MOMENT,
      languages: LANGUAGES,
      corrections: [{ at: MOMENT, section: "money", text }],
    }),
  });
  expect(diffDocuments(before, after).map(({ path: _, ...change }) => change)).toEqual([
    { label: "Money, Able, receipts", before: 5000, after: 50_000 },
    { label: `Correction, money, ${MOMENT}`, before: null, after: text },
  ]);
});

test("a section that goes is told as gone", () => {
  const changes = diffDocuments(published({ turnout: turnout(["2026-10-20", 7]) }), published());
  expect(changes).toContainEqual({
    path: "turnout.ballots",
    label: "Turnout ballots",
    before: 7,
    after: null,
  });
  expect(changes.every((change) => change.after === null)).toBe(true);
});

test("a candidate who goes keeps the name in labels", () => {
  const [ada] = aRace().candidates;
  const before = published();
  const after = published({
    race: aRace({ asOf: MOMENT, languages: LANGUAGES, candidates: ada ? [ada] : [] }),
  });
  expect(diffDocuments(before, after)).toContainEqual({
    path: "candidates.bo.name",
    label: "Candidate, Baker, name",
    before: "Bo Baker",
    after: null,
  });
});

test("the way back is the way there, turned around", () => {
  const polls = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom("p", "q", "r", "s"), fc.nat(100), fc.nat(100))
      .map(([id, ada, bo]) => aPoll(id, "2026-10-28", ada, bo)),
    { selector: (poll) => poll.id },
  );
  const documents = polls.map((list) => withPolls(...list));
  const summed = /inputs$|trend$/;
  const plain = (before: RaceDocument, after: RaceDocument) =>
    diffDocuments(before, after)
      .filter(({ path }) => !summed.test(path))
      .toSorted((a, b) => a.path.localeCompare(b.path));
  fc.assert(
    fc.property(documents, documents, (a, b) => {
      const there = plain(a, b);
      const back = plain(b, a).map((change) => ({
        ...change,
        before: change.after,
        after: change.before,
      }));
      expect(back).toEqual(there);
      expect(diffDocuments(a, structuredClone(a))).toEqual([]);
    }),
  );
});

const longBallot = (candidates: number): RaceDocument => {
  const base = published({ results: { counts: [votes("Ash", "ada", 1)] } });
  const [round] = base.results?.rounds ?? [];
  if (!round) throw new Error("the document has a round");
  round.candidates = Array.from({ length: candidates }, (_, i) => ({
    candidate: `c${i}`,
    votes: i,
    share: 0,
    status: null,
  }));
  return base;
};

test("forty thousand rows in another order are no change", () => {
  const [before, after] = [longBallot(40_000), longBallot(40_000)];
  after.results?.rounds[0]?.candidates.reverse();
  expect(diffDocuments(before, after)).toEqual([]);
});
