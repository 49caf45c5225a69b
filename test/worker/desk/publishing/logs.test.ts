import { env } from "cloudflare:workers";
import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { approve } from "../../../../src/worker/desk/writes/release.ts";
import { republish } from "../../../../src/worker/desk/publishing/republish.ts";
import { raceJson, RACE_ID, readAs } from "../fixture.ts";
import { inKv, simulate, type Simulation, TERMS } from "../simulation.ts";

afterEach(reset);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** 9:12 p.m. in the race’s zone, after its polls have closed. */
const START = "2020-06-17T01:12:00Z";
const RACE = raceJson({
  electionDate: "2020-06-16",
  voting: { opens: "2020-06-16T07:00:00-04:00", closes: "2020-06-16T19:00:00-04:00" },
});
const ME = { ...TERMS, author: "me" };
const CORRECTION = "The early vote in Cobb was mistyped.";

const early = (value: number, more: object = {}) => ({
  round: 1,
  area: "Cobb",
  measure: "votes",
  candidate: "a",
  mode: "early_in_person",
  value,
  asOf: "2020-06-16T21:00:00-04:00",
  source: "s",
  ...more,
});
const counts = (...rows: object[]) => ({ counts: rows });

async function log(name: string) {
  const answer = await readAs(`${RACE_ID}/${name}`);
  expect(answer.status).toBe(200);
  return name.endsWith(".csv") ? answer.text() : answer.json();
}

/** A slip that readers had from 9:12 to 9:31 p.m., and a correction that somebody released. */
async function mistype(s: Simulation): Promise<void> {
  await s.put("race", RACE);
  await s.put("results", counts(early(9636), early(8000, { candidate: "b" })));
  await s.pass(7 * MINUTE);
  // What readers have stays wrong although other numbers move.
  await s.put("results", counts(early(9636), early(8001, { candidate: "b" })));
  await s.pass(12 * MINUTE);
  const right = counts(early(9366), early(8001, { candidate: "b" }));
  const held = await s.put("results", right, { author: "me", correction: CORRECTION });
  expect(held).toMatchObject({ kind: "held", reasons: [{ rule: "counter_falls" }] });
  expect(await approve(s.desk, RACE_ID, 1, ME)).toMatchObject({ kind: "stored" });
  await s.pass(2 * SECOND);
}

test("a correction tells what was, what is, and from when until when readers saw it", () =>
  simulate(START, async (s) => {
    await mistype(s);
    const figure = {
      section: "results",
      part: "1.Cobb.votes",
      round: 1,
      area: "Cobb",
      measure: "votes",
      candidate: "a",
      mode: "early_in_person",
      field: "value",
      was: 9636,
      is: 9366,
      from: "2020-06-17T01:12:00.000Z",
      until: "2020-06-17T01:31:00.000Z",
      publications: { first: 1, last: 2 },
    };
    const told = {
      section: "results",
      text: CORRECTION,
      figures: [figure],
      statement: {
        en: "From 9:12 to 9:31 p.m. EDT this card gave Ames 9,636 early votes in Cobb; the right figure is 9,366.",
        es: "De 9:12 a 9:31 p.m. (hora del este) esta tarjeta dio a Ames 9,636 votos anticipados en Cobb; la cifra correcta es 9,366.",
      },
    };
    expect((await inKv())?.document).toMatchObject({ corrections: [told], revisions: [] });
    expect(await log("corrections")).toMatchObject({
      schema: 1,
      race: RACE_ID,
      corrections: [told],
    });
    expect(await log("corrections.csv")).toContain(
      "1.Cobb.votes,1,Cobb,votes,a,early_in_person,,,value,9636,9366,2020-06-17T01:12:00.000Z,2020-06-17T01:31:00.000Z,1,2",
    );
    // Ours alone: the source has lowered nothing.
    expect(await log("revisions")).toEqual({ schema: 1, race: RACE_ID, revisions: [] });
  }));

test("the same bytes are put again after KV lost them, the log’s too", () =>
  simulate(START, async (s) => {
    await mistype(s);
    const before = [(await inKv())?.text, await log("corrections")];
    for (const { name } of (await env.RACES.list()).keys) await env.RACES.delete(name);
    await republish(s.desk);
    await s.pass(2 * SECOND);
    expect([(await inKv())?.text, await log("corrections")]).toEqual(before);
  }));

test("what no reader ever saw was never wrong: the text stands alone", () =>
  simulate(START, async (s) => {
    await s.put("race", RACE);
    await s.put("results", counts(early(900)));
    await s.put("results", counts(early(910)), { correction: CORRECTION });
    await s.pass(2 * SECOND);
    const told = { at: "2020-06-17T01:12:00.000Z", section: "results", text: CORRECTION };
    expect((await inKv())?.document.corrections).toEqual([told]);
  }));

test("while KV was away readers had the old figure for longer", () =>
  simulate(START, async (s) => {
    await s.put("race", RACE);
    await s.put("results", counts(early(900)));
    await s.pass(2 * SECOND);
    s.failing = true;
    await s.put("results", counts(early(905)), { correction: CORRECTION });
    await s.pass(10 * MINUTE);
    s.failing = false;
    await s.pass(MINUTE);
    await s.put("results", counts(early(906)));
    await s.pass(2 * SECOND);
    const until = (await inKv())?.document.corrections[0].figures[0].until;
    expect(Date.parse(until) - s.now()).toBeGreaterThan(-2 * MINUTE);
  }));

test("what a source lowers is its revision, held and released or not", () =>
  simulate(START, async (s) => {
    await s.put("race", RACE);
    await s.put("results", counts(early(9000), early(8000, { candidate: "b" })));
    await s.pass(2 * SECOND);
    await s.put("results", counts(early(8990), early(8000, { candidate: "b" })));
    await s.put("results", counts(early(7000), early(8000, { candidate: "b" })));
    await approve(s.desk, RACE_ID, 1, ME);
    await s.pass(2 * SECOND);
    expect(await log("revisions")).toMatchObject({
      revisions: [
        { section: "results", area: "Cobb", candidate: "a", before: 9000, after: 8990 },
        { section: "results", area: "Cobb", candidate: "a", before: 8990, after: 7000 },
      ],
    });
    expect(await log("corrections")).toMatchObject({ corrections: [] });
  }));

test("calls are logged as readers saw them: ahead of its time nobody did", () =>
  simulate(START, async (s) => {
    const call = {
      candidate: "a",
      caller: "Test Wire",
      at: "2020-06-17T01:20:00.000Z",
      source: "s",
    };
    await s.put("race", RACE);
    await s.put("results", counts(early(9000), early(8000, { candidate: "b" })));
    await s.put("calls", { calls: [call] });
    await s.pass(MINUTE);
    expect(await log("call-changes")).toMatchObject({ callChanges: [] });
    await s.pass(10 * MINUTE);
    const made = { change: "made", candidate: "a", caller: "Test Wire", was: null, is: "won" };
    expect(await log("call-changes")).toMatchObject({
      callChanges: [{ ...made, at: "2020-06-17T01:20:00.000Z" }],
    });
    // A law that silences results and calls withdraws nobody's call.
    const silence = {
      what: "calls" as const,
      from: "2020-06-17T01:25:00Z",
      to: "2020-06-17T01:40:00Z",
      law: "TEST Act, s. 1",
    };
    await s.put("race", { ...RACE, quiet: [silence] });
    await s.pass(MINUTE * 5);
    expect(await log("call-changes")).toMatchObject({ callChanges: [] });
    await s.pass(MINUTE * 20);
    expect(await log("call-changes")).toMatchObject({ callChanges: [made] });
    await s.put("calls", { calls: [{ ...call, retracted: { at: "2020-06-17T01:47:00Z" } }] });
    await s.pass(2 * SECOND);
    expect(await log("call-changes")).toMatchObject({
      callChanges: [made, { change: "withdrawn", was: "won", is: null }],
    });
  }));

test("figures that may only be shown stand in no log", () =>
  simulate(START, async (s) => {
    const sources = [{ id: "s", name: "TEST wire", redistribution: "card" as const }];
    await s.put("race", { ...RACE, sources });
    await s.put("results", counts(early(9631), early(8000, { candidate: "b" })));
    await s.pass(2 * SECOND);
    await s.put("results", counts(early(9629), early(8000, { candidate: "b" })));
    await s.pass(2 * SECOND);
    await s.put("results", counts(early(9637), early(8000, { candidate: "b" })), {
      correction: CORRECTION,
    });
    await s.pass(2 * SECOND);
    expect(await log("revisions")).toMatchObject({ revisions: [] });
    expect(await log("corrections")).toMatchObject({ corrections: [{ text: CORRECTION }] });
    expect(JSON.stringify(await log("corrections"))).not.toMatch(/96(29|31|37)/);
  }));

test("a log that nobody wrote into says so, and one of no race is unknown", async () => {
  await simulate(START, async (s) => {
    await s.put("race", RACE);
    await s.pass(2 * SECOND);
  });
  const answer = await readAs(`${RACE_ID}/call-changes.csv`);
  expect(await answer.text()).toBe("at,change,round,candidate,caller,was,is\n");
  const etag = answer.headers.get("ETag") ?? "";
  const again = await readAs(`${RACE_ID}/call-changes.csv`, { "If-None-Match": etag });
  expect(again.status).toBe(304);
  expect((await readAs("us-xx-99-none/corrections")).status).toBe(404);
  expect((await readAs(`${RACE_ID}/corrections.xml`)).status).toBe(404);
  expect((await readAs(`${RACE_ID}/constructor`)).status).toBe(404);
});
