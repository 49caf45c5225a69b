import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import type { RaceSourceInput } from "../../../../src/race/schema/race.ts";
import { answer, senate } from "../../../formats/ap/fixture.ts";
import { type Client, client, hurry, raceJson, RACE_ID, readAs } from "../fixture.ts";

afterEach(reset);

// The night of the fixture is long over, so that nothing is held for being early.
const DAY = "2020-11-03";
const at = (time: string) => `${DAY}T${time}:00-05:00`;
const RACE = raceJson({
  electionDate: DAY,
  voting: { opens: at("07:00"), closes: at("19:00") },
  candidates: [
    { id: "ada", name: "Ada Able", shortName: "Able" },
    { id: "bo", name: "Bo Baker", shortName: "Baker" },
  ],
  sources: [
    { id: "ap", name: "AP" },
    { id: "s", name: "TEST station" },
  ],
});

type Change = Parameters<typeof senate>[0];

function file(change: Change = {}): string {
  const times = { at: at("21:00"), calledAt: at("20:31") };
  return answer([senate({ ...times, ...change })], { electionDate: DAY, timestamp: at("23:00") });
}

async function open(change: Partial<RaceSourceInput> = {}): Promise<Client> {
  const editor = await client("night");
  const put = await editor.ask("PUT", `${RACE_ID}/desk/race`, { json: { ...RACE, ...change } });
  expect(put.status).toBe(200);
  return editor;
}

async function send({ ask }: Client, body: string, query = "", headers: HeadersInit = {}) {
  const response = await ask("POST", `${RACE_ID}/desk/import?format=ap${query}`, { body, headers });
  return { status: response.status, answer: await response.json<any>() };
}

async function document() {
  await hurry();
  return (await readAs(RACE_ID)).json<any>();
}

test("an answer fills results, calls and the race's areas in one step", async () => {
  const editor = await open();
  const sent = await send(editor, file({ winners: { Able: "X" }, eevp: ">99" }));
  expect(sent.status).toBe(200);
  expect(sent.answer).toMatchObject({
    status: "imported",
    sections: [
      { status: "stored", section: "race", revision: 2 },
      { status: "stored", section: "results", revision: 3 },
      { status: "stored", section: "calls", revision: 4 },
    ],
  });
  const seen = await document();
  expect(seen).toMatchObject({
    status: "called",
    calls: [{ candidate: "ada", caller: "AP", at: at("20:31"), source: "ap" }],
    results: {
      rounds: [{ votes: 110, candidates: [{ candidate: "ada", votes: 60, status: "won" }, {}] }],
      count: { expected: { percent: 99.5, by: "AP" } },
    },
  });
  const section = await (await readAs(`${RACE_ID}/results`)).json<any>();
  expect(section.areas.map((area: any) => [area.area, area.id, area.votes])).toEqual([
    ["North", "north", 50],
    ["O'Brien", "obrien", 60],
  ]);
  // The chain of revisions is whole, though three were made as one.
  const log = await (await editor.ask("GET", `${RACE_ID}/desk/revisions`)).json<any>();
  expect(log.revisions.map((r: any) => r.section)).toEqual(["calls", "results", "race", "race"]);
  expect(new Set(log.revisions.map((r: any) => r.hash)).size).toBe(4);
});

test("the same answer again changes nothing, and the same request gets its first answer", async () => {
  const editor = await open();
  const headers = { "Idempotency-Key": "k" };
  const first = await send(editor, file(), "", headers);
  const again = await send(editor, file());
  expect(again.answer.sections.map((s: any) => s.status)).toEqual(["unchanged", "unchanged"]);
  await send(editor, file({ total: { Able: 70, Baker: 50 }, areas: [] }));
  expect(await send(editor, file(), "", headers)).toEqual(first);
  expect((await send(editor, file({ eevp: 5 }), "", headers)).status).toBe(422);
});

test("a dry run says what all sections would change for readers, and stores nothing", async () => {
  const editor = await open();
  const { status, answer: told } = await send(editor, file({ winners: { Bo: "X" } }), "&dry_run=1");
  expect({ status, told: told.status }).toEqual({ status: 200, told: "preview" });
  expect(told.sections).toEqual(["race", "results", "calls"]);
  expect(told.changes.length).toBeGreaterThan(0);
  expect((await editor.ask("GET", `${RACE_ID}/desk/results`)).status).toBe(404);
});

test("a call that AP takes back is withdrawn at once, and other callers' calls stay", async () => {
  const editor = await open();
  await send(editor, file({ winners: { Able: "X" } }));
  const other = { candidate: "ada", caller: "TEST station", at: at("21:00"), source: "s" };
  await editor.ask("POST", `${RACE_ID}/desk/calls`, { json: { calls: [other] } });
  const callers = async () =>
    (await document()).calls.filter((call: any) => !call.retracted).map((call: any) => call.caller);
  expect(await callers()).toEqual(["AP", "TEST station"]);
  const withdrawn = await send(editor, file());
  expect(withdrawn.answer.sections.at(-1)).toMatchObject({ section: "calls", status: "stored" });
  expect(await callers()).toEqual(["TEST station"]);
});

const ZEROS = { Able: 0, Baker: 0 };
const ZERO_AREAS = ["North", "O'Brien"].map((name) => ({ name, votes: ZEROS }));

test("an answer of zeros is held and takes no call back; the next count goes on", async () => {
  const editor = await open();
  // Ten votes are in the total and in no county yet.
  await send(editor, file({ winners: { Able: "X" }, total: { Able: 70, Baker: 50 } }));
  const held = await send(editor, file({ total: ZEROS, areas: ZERO_AREAS }));
  expect(held.status).toBe(202);
  expect(held.answer.sections).toMatchObject([
    { section: "results", status: "held" },
    { section: "calls", status: "unchanged" },
  ]);
  expect(await document()).toMatchObject({
    status: "called",
    results: { rounds: [{ votes: 120, candidates: [{ votes: 70 }, { votes: 50 }] }] },
  });
  const next = await send(editor, file({ winners: { Able: "X" }, total: { Able: 75, Baker: 50 } }));
  expect(next.status).toBe(200);
  const waits = await (await editor.ask("GET", `${RACE_ID}/desk/held`)).json<any>();
  expect(waits.held).toEqual([]);
});

test("zeros for a total that is the sum of its counties are held, too", async () => {
  const editor = await open();
  await send(editor, file());
  const { answer: told } = await send(editor, file({ total: ZEROS, areas: ZERO_AREAS }));
  expect(told.sections[0].waiting).toHaveLength(3);
  expect(await document()).toMatchObject({ results: { rounds: [{ votes: 110 }] } });
});

test("a call from before the polls close waits, and goes when AP takes it back", async () => {
  const editor = await open();
  const early = await send(editor, file({ winners: { Able: "X" }, calledAt: at("18:00") }));
  expect(early.answer.sections.at(-1)).toMatchObject({
    section: "calls",
    status: "held",
    reasons: [{ rule: "early_call" }],
  });
  expect((await document()).calls).toBeUndefined();
  await send(editor, file());
  const waits = await (await editor.ask("GET", `${RACE_ID}/desk/held`)).json<any>();
  expect(waits.held).toEqual([]);
});

test("what is wrong with one section keeps all of them out", async () => {
  const editor = await open({ test: false });
  const { status, answer: problem } = await send(editor, file());
  expect(status).toBe(422);
  expect(problem.errors[0].message).toContain("AP's test numbers");
  expect((await editor.ask("GET", `${RACE_ID}/desk/results`)).status).toBe(404);
  for (const name of ["If-Match", "If-None-Match"])
    expect((await send(editor, file(), "", { [name]: "*" })).status).toBe(400);
  const strange = await editor.ask("POST", `${RACE_ID.replace("01", "77")}/desk/import`, {
    body: "{}",
  });
  expect(strange.status).toBe(404);
});

test("a correction is told once, with the results", async () => {
  const editor = await open();
  await send(editor, file());
  await send(editor, file({ eevp: 90 }), "&correction=North%20was%20wrong.");
  expect((await document()).corrections).toMatchObject([
    { section: "results", text: "North was wrong." },
  ]);
});
