import { expect, test } from "vitest";
import { judge } from "../../../src/race/gate/judge.ts";
import { applyPatch } from "../../../src/race/gate/patch.ts";
import type { Proposal } from "../../../src/race/gate/doubt.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import { aCall, aRace, votes } from "../fixtures.ts";
import { counted, EVENING, someData, withResults } from "./fixtures.ts";

const judged = (before: RaceData | null, after: RaceData, more: Partial<Proposal> = {}) =>
  judge({ before, after, now: EVENING, by: "person", withdraws: false, highs: {}, ...more });

const scopes = ({ doubts }: ReturnType<typeof judge>) =>
  doubts.map(({ section, scope }) => `${section} ${scope}`);

const three = (ash: number, birch: number, cedar: number, bo = 5000) =>
  withResults(
    votes("Ash", "ada", ash),
    votes("Ash", "bo", bo),
    votes("Birch", "ada", birch),
    votes("Cedar", "ada", cedar),
  );

test("one area in doubt waits with all its candidates, the others go on", () => {
  const [before, after] = [three(9366, 4000, 3000), three(93_366, 4400, 3300, 5200)];
  const verdict = judged(before, after);
  expect(scopes(verdict)).toEqual(["results 1.Ash.votes"]);
  expect(verdict.accepted).toEqual(three(9366, 4400, 3300, 5000));
  expect(verdict.doubts[0]).toMatchObject({
    place: { round: 1, area: "Ash", measure: "votes", candidate: "ada" },
    reasons: [{ rule: "digit_more", before: 9366, after: 93_366 }],
  });
});

test("a release puts in what waited, whatever else has moved since", () => {
  const [doubt] = judged(three(9366, 4000, 3000), three(93_366, 4400, 3300, 5200)).doubts;
  if (!doubt) throw new Error("nothing is in doubt");
  expect(applyPatch(three(9366, 4800, 3700), doubt.patch)).toEqual(three(93_366, 4800, 3700, 5200));
});

const withTotal = (ash: number, birch: number, total = ash + birch) =>
  withResults(votes("Ash", "ada", ash), votes("Birch", "ada", birch), votes("total", "ada", total));

test("a stated total waits with an area in doubt: readers get the sum of what they have", () => {
  const verdict = judged(withTotal(9366, 4000), withTotal(93_366, 4400));
  expect(scopes(verdict)).toEqual(["results 1.Ash.votes"]);
  expect(verdict.accepted).toEqual(
    withResults(votes("Ash", "ada", 9366), votes("Birch", "ada", 4400)),
  );
  const unequal = judged(withTotal(9366, 4000, 20_000), withTotal(93_366, 4400, 104_500));
  expect(unequal.accepted).toEqual(withTotal(9366, 4400, 20_000));
});

test("a small fall that keeps the order passes as the source's revision", () => {
  const verdict = judged(three(9366, 4000, 3000), three(9346, 4000, 3000));
  expect(verdict).toMatchObject({
    doubts: [],
    revisions: [{ path: "results.1.Ash.ada", before: 9366, after: 9346 }],
    highs: { "results.1.Ash.ada": 9366 },
  });
  const order = judged(three(5010, 4000, 3000), three(4995, 4000, 3000));
  expect(scopes(order)).toEqual(["results 1.Ash.votes"]);
});

test("small falls don't add up to a large one, unless the count grows in between", () => {
  let before = three(9366, 4000, 3000);
  let highs: Proposal["highs"] = {};
  const falls = [9346, 9341, 9330].map((ash) => {
    const verdict = judged(before, three(ash, 4000, 3000), { highs });
    ({ highs } = verdict);
    before = verdict.accepted;
    return verdict.doubts.length;
  });
  expect(falls).toEqual([0, 0, 1]);
  const grown = judged(before, three(9900, 4000, 3000), { highs });
  expect(grown.highs).toEqual({});
  expect(judged(grown.accepted, three(9880, 4000, 3000)).doubts).toEqual([]);
});

test("areas cut another way never stand beside the old ones", () => {
  const before = withResults(votes("Ash 1", "ada", 900), votes("Ash 2", "ada", 800));
  const after = withResults(votes("Ash", "ada", 1700), votes("Birch", "ada", 600));
  const verdict = judged(before, after);
  expect(verdict.accepted).toEqual(before);
  expect(applyPatch(before, verdict.doubts[0]!.patch)).toEqual(after);
});

test("race.json waits field by field", () => {
  const before = { ...three(100, 200, 300), race: aRace({ asOf: "2026-11-03T20:00:00-05:00" }) };
  const [ada, bo] = before.race.candidates;
  const race = { ...before.race, title: "Another title", asOf: null, test: false };
  const swapped = { ...race, candidates: [{ ...ada!, name: "Bo Baker" }, bo!] };
  const verdict = judged(before, { ...before, race: swapped });
  expect(scopes(verdict)).toEqual(["race candidates.ada.name", "race test", "race asOf"]);
  expect(verdict.accepted.race).toEqual({ ...before.race, title: "Another title" });
  const [name] = verdict.doubts;
  expect(applyPatch(verdict.accepted, name!.patch).race.candidates[0]?.name).toBe("Bo Baker");
});

test("a close moved later takes hold at once, an earlier one waits", () => {
  const at = (closes: string) => ({
    ...three(100, 200, 300),
    race: aRace({ voting: { opens: "2026-11-03T07:00:00-05:00", closes } }),
  });
  const [seven, eight] = ["2026-11-03T19:00:00-05:00", "2026-11-03T20:00:00-05:00"];
  expect(judged(at(seven), at(eight)).doubts).toEqual([]);
  expect(scopes(judged(at(eight), at(seven)))).toEqual(["race voting.closes"]);
  const voting = { opens: "2026-11-03T07:00:00-05:00", closes: eight, firstCloses: seven };
  const first = { ...at(eight), race: aRace({ voting }) };
  expect(scopes(judged(at(eight), first))).toEqual(["race voting.closes"]);
  // From the first close on there may be counts, from the last on calls.
  const now = "2026-11-03T19:30:00-05:00";
  const counting = { ...first, results: null };
  const asOf = "2026-11-03T19:20:00-05:00";
  const { results } = withResults(votes("Ash", "ada", 9, { asOf }));
  const reported = { ...counting, results };
  expect(judged(counting, reported, { now }).doubts).toEqual([]);
  const called = { ...counting, calls: { calls: [aCall({ at: now })] } };
  expect(scopes(judged(counting, called, { now }))).toEqual(["calls 1.ada.Test Wire"]);
});

test("withdrawing a call or a certificate passes, and so do numbers taken away on purpose", () => {
  const race = aRace({
    certified: [{ by: "Office", at: "2026-11-10T12:00:00-05:00", source: "office" }],
  });
  const before = { ...three(100, 200, 300), race, calls: { calls: [aCall()] } };
  const after = { ...before, race: aRace(), calls: null };
  expect(judged(before, after).doubts).toEqual([]);
  const fewer = withResults(votes("Birch", "ada", 200));
  expect(judged(three(100, 200, 300), fewer).doubts).not.toEqual([]);
  const away = judged(three(100, 200, 300), fewer, { withdraws: true });
  expect(away.accepted).toEqual(fewer);
  // What comes again is a claim: lower than it was, it waits.
  const { highs } = away;
  expect(scopes(judged(fewer, three(70, 200, 300), { highs }))).toEqual(["results 1.Ash.votes"]);
  expect(judged(fewer, three(110, 200, 310), { highs }).doubts).toEqual([]);
});

test("calls typed by hand wait for the trailing, and for a second winner; a feed's pass while trailing", () => {
  const results = three(100, 200, 300).results;
  const called = (...calls: ReturnType<typeof aCall>[]) => someData({ results, calls: { calls } });
  const none = someData({ results });
  const late = { now: "2026-11-03T23:30:00-05:00" };
  expect(scopes(judged(none, called(aCall()), late))).toEqual(["calls 1.ada.Test Wire"]);
  expect(judged(none, called(aCall()), { ...late, by: "feed" }).doubts).toEqual([]);
  const bo = aCall({ candidate: "bo", caller: "Station" });
  const second = judged(called(bo), called(bo, aCall()), { ...late, by: "feed" });
  expect(second.doubts[0]?.reasons).toMatchObject([{ rule: "two_winners" }]);
  expect(second.accepted).toEqual(called(bo));
});

test("a count of the future waits, and so does more than a comparable election brings", () => {
  const ahead = withResults(votes("Ash", "ada", 100, { asOf: "2026-11-03T21:11:00-05:00" }));
  expect(scopes(judged(someData(), ahead))).toEqual(["results 1.Ash.votes"]);
  const soon = withResults(votes("Ash", "ada", 100, { asOf: "2026-11-03T21:09:00-05:00" }));
  expect(judged(someData(), soon).doubts).toEqual([]);
  const race = aRace({ gate: { comparableBallots: 1000 } });
  const counts = (n: number) => ({ ...withResults(counted("total", "ballots", n)), race });
  expect(judged(counts(900), counts(1300)).doubts).toEqual([]);
  expect(judged(counts(900), counts(1301)).doubts[0]?.reasons[0]?.rule).toBe("over_ceiling");
});

test("a number that was taken away on purpose doesn't come back with a digit more, or multiplied", () => {
  const before = three(9366, 4000, 3000);
  const gone = withResults(...(before.results?.counts ?? []).filter(({ area }) => area !== "Ash"));
  const taken = judged(before, gone, { withdraws: true });
  expect(taken).toMatchObject({ doubts: [], accepted: gone });
  const { highs } = taken;
  expect(scopes(judged(gone, three(93_366, 4000, 3000), { highs }))).toEqual([
    "results 1.Ash.votes",
  ]);
  expect(scopes(judged(gone, three(99_000, 4000, 3000), { highs }))).toEqual([
    "results 1.Ash.votes",
  ]);
  expect(judged(gone, three(9400, 4000, 3000), { highs }).doubts).toEqual([]);
});
