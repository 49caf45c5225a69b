import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXIT } from "../../../src/cli/exit-codes.ts";
import { FAULTY_PLACES, FAULTY_POLLS } from "../../cli/faulty-polls.ts";
import { type CommandDesk, openCommandDesk, start } from "./desk.ts";

const NIGHT = join(import.meta.dirname, "../../../races/us-ga-06-2017-night");
const RACE = "test-springfield-mayor";

let desk: CommandDesk;
let folder: string;

beforeAll(async () => {
  desk = await openCommandDesk();
  folder = await mkdtemp(join(tmpdir(), "topline-command-"));
});

afterAll(async () => {
  await desk.topline.close();
  await rm(folder, { recursive: true, force: true });
});

/** What readers get, once it says what is looked for: publishing takes a moment. */
async function readersGet(id: string, looks: (document: any) => boolean): Promise<any> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const response = await fetch(`${desk.topline.origin}/v1/races/${id}`);
    const document = response.ok ? await response.json() : null;
    if (document !== null && looks(document)) return document;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`readers of ${id} never got it`);
}

const DAY_MS = 86_400_000;

/** A folder of its own with one poll and one day of early voting, made by `init`. */
async function newRace(id: string): Promise<string> {
  const path = join(folder, id);
  const made = await desk.run("init", id, "--folder", path, "--date", "2099-11-03");
  expect(made.exit).toBe(EXIT.ok);
  // Of the last days, since the clock runs: an average needs a recent poll.
  const day = (ago: number) => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);
  await addRow(path, "polls.csv", {
    id: "p1",
    pollster: "TEST Pollster",
    start: day(9),
    end: day(8),
    sample: "600",
    population: "lv",
    first: "48",
    second: "46",
    source: "office",
  });
  await addRow(path, "turnout.csv", {
    date: "2025-10-20",
    mode: "absentee_mail",
    ballots: "5000",
    source: "office",
  });
  return path;
}

/** Cells by their columns: which ones a template has besides is no matter here. */
async function addRow(
  path: string,
  file: string,
  cells: Readonly<Record<string, string>>,
): Promise<void> {
  const [header = "", ...rows] = (await readFile(join(path, file), "utf8")).trimEnd().split("\n");
  const filled = rows.filter((line) => /[^,]/.test(line));
  const row = header.split(",").map((column) => cells[column] ?? "");
  await writeFile(join(path, file), `${[header, ...filled, row].join("\n")}\n`);
}

async function replaceIn(path: string, file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(path, file), "utf8");
  expect(text).toContain(from);
  await writeFile(join(path, file), text.replace(from, to));
}

test("a new folder goes in, comes back the same, and pushing it again changes nothing", async () => {
  const path = await newRace(RACE);
  expect((await desk.run("check", path)).exit).toBe(EXIT.ok);

  const dry = await desk.run("push", path, "--dry-run", "--json");
  expect(dry.exit).toBe(EXIT.ok);
  expect(dry.json().sections.map(({ section }: any) => section)).toEqual([
    "race",
    "polls",
    "turnout",
  ]);
  expect((await desk.run("pull", RACE, join(folder, "none"))).exit).toBe(EXIT.problem);

  const pushed = await desk.run("push", path, "--yes");
  expect(pushed).toMatchObject({
    exit: EXIT.ok,
    stdout: expect.stringContaining("turnout: stored as r3"),
  });
  await readersGet(RACE, ({ turnout }) => turnout?.ballots === 5000);

  const pulled = join(folder, "pulled");
  expect((await desk.run("pull", RACE, pulled)).exit).toBe(EXIT.ok);
  expect(await readdir(pulled)).toEqual(["polls.csv", "race.json", "turnout.csv"]);
  for (const from of [path, pulled]) {
    const again = await desk.run("push", from, "--yes", "--json");
    expect(again.json()).toEqual({ ok: true, race: RACE, sections: [] });
  }
  expect((await desk.run("pull", RACE, pulled)).stdout).toMatch(/race\.json: the same/);
});

test("only what differs is sent; a correction is told to readers, a note is not", async () => {
  const path = join(folder, RACE);
  await replaceIn(path, "polls.csv", ",48,46,", ",47,46,");
  const pushed = await desk.run(
    "push",
    path,
    "--yes",
    "--json",
    "--correction",
    "TEST: a slip",
    "--note",
    "a call",
  );
  expect(pushed.exit).toBe(EXIT.ok);
  expect(pushed.json()).toMatchObject({
    sections: [{ section: "polls", action: "put" }],
    answers: [{ status: "stored", section: "polls", revision: 4 }],
  });
  const labels = pushed.json().sections[0].changes.map(({ label }: any) => label);
  expect(labels).toContain("Polls average, First");
  const document = await readersGet(RACE, ({ corrections }) => corrections.length === 1);
  expect(document.corrections).toMatchObject([{ section: "polls", text: "TEST: a slip" }]);
  expect(JSON.stringify(document)).not.toContain("a call");
});

test("without a terminal nothing is changed until somebody says --yes", async () => {
  const path = join(folder, RACE);
  await replaceIn(path, "polls.csv", ",47,46,", ",47,45,");
  const asked = await desk.run("push", path);
  expect(asked).toMatchObject({ exit: EXIT.usage, stderr: expect.stringContaining("--yes") });
  expect((await desk.run("history", RACE, "--json")).json().revisions).toHaveLength(4);
  await replaceIn(path, "polls.csv", ",47,45,", ",47,46,");
});

test("what is implausible is held with its reasons, and released or dropped", async () => {
  const path = join(folder, RACE);
  await replaceIn(path, "turnout.csv", ",5000,", ",500,");
  const sender = (...args: string[]) => desk.runAs(desk.tokens.sender, ...args);
  expect((await sender("push", path, "--dry-run")).exit).toBe(EXIT.held);
  const pushed = await sender("push", path, "--yes", "--json");
  expect(pushed.exit).toBe(EXIT.held);
  expect(pushed.json()).toMatchObject({
    ok: false,
    problem: "held",
    held: [{ section: "turnout", held: 1, reasons: [{ rule: "counter_falls" }] }],
  });
  const [doctor, waiting] = await Promise.all([
    desk.run("doctor", RACE),
    desk.run("held", RACE, "--json"),
  ]);
  expect(doctor).toMatchObject({ exit: EXIT.problem, stdout: expect.stringContaining("1 held") });
  expect(waiting.json().held).toMatchObject([
    {
      held: 1,
      author: "sender",
      changes: expect.arrayContaining([
        { path: "turnout.ballots", label: "Turnout ballots", before: 5000, after: 500 },
      ]),
    },
  ]);

  expect((await sender("approve", RACE, "1")).exit).toBe(EXIT.refused);
  expect((await desk.run("approve", RACE, "1")).exit).toBe(EXIT.ok);
  await readersGet(RACE, ({ turnout }) => turnout.ballots === 500);
  expect((await desk.run("history", RACE)).stdout).toMatch(/sender, released by desk/);

  await replaceIn(path, "turnout.csv", ",500,", ",50000,");
  await replaceIn(path, "polls.csv", ",47,46,", ",49,46,");
  const mixed = await desk.run("push", path, "--yes");
  expect(mixed).toMatchObject({ exit: EXIT.ok });
  await replaceIn(path, "turnout.csv", ",50000,", ",40000,");
  expect((await desk.run("push", path, "--yes")).exit).toBe(EXIT.held);
  expect((await desk.run("drop", RACE, "2")).exit).toBe(EXIT.ok);
  expect((await desk.run("drop", RACE, "2")).exit).toBe(EXIT.problem);
  expect((await desk.run("held", RACE)).stdout).toBe("Nothing waits.\n");
  await replaceIn(path, "turnout.csv", ",40000,", ",50000,");
});

test("a file with twelve faults gets twelve errors, however it comes, and changes nothing", async () => {
  const path = join(folder, "faulty.csv");
  await writeFile(path, FAULTY_POLLS);
  const before = await sourceOf(RACE, "polls");
  const checked = await desk.run("check", path, "--race", RACE, "--json");
  const pushed = await desk.run("push", path, "--race", RACE, "--yes", "--json");
  for (const refused of [checked, pushed]) {
    expect(refused.exit).toBe(EXIT.problem);
    const { errors } = refused.json();
    expect(errors.map((e: any) => [e.line, e.column, e.field])).toEqual(FAULTY_PLACES);
    expect(errors.every((e: any) => e.file === path && e.message.length > 10)).toBe(true);
  }
  expect(checked.stderr).toContain(`${path}:3:3 pollster: must not be empty`);

  const sent = await fetch(`${desk.topline.origin}/v1/races/${RACE}/desk/polls?format=csv`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${desk.tokens.desk}` },
    body: FAULTY_POLLS,
  });
  expect(sent.status).toBe(422);
  const { errors } = (await sent.json()) as any;
  expect(errors.map((e: any) => [e.line, e.column, e.field])).toEqual(FAULTY_PLACES);
  expect(await sourceOf(RACE, "polls")).toEqual(before);
});

/** As OpenElections publishes a county's precincts. */
function returnsOf(county: string): string {
  const header = "county,precinct,office,district,party,candidate,votes";
  const precinct = `${county},1,Mayor,,`;
  const rows = [`${precinct},First Candidate,10`, `${precinct},Second Candidate,7`];
  return `${[header, ...rows].join("\n")}\n`;
}

test("a file of others is added to the section, and credited to whom it is said to be from", async () => {
  const push = async (county: string) => {
    const path = join(folder, `${county}.csv`);
    await writeFile(path, returnsOf(county));
    return ["push", path, "--race", RACE, "--as-of", "2024-11-06", "--yes", "--json"];
  };
  const north = await push("North");
  expect((await desk.run(...north)).stderr).toContain("--source");
  // The polls of this race haven't closed, so that its gate holds the first of a count.
  const held = (await desk.run(...north, "--source", "office")).json().held;
  expect((await desk.run("approve", RACE, String(held[0].held))).exit).toBe(EXIT.ok);
  const south = await desk.run(...(await push("South")), "--source", "office");
  expect(south.exit).toBe(EXIT.ok);
  const { counts } = await sourceOf(RACE, "results");
  const votesOf = counts.filter(({ measure }: any) => measure === "votes");
  expect(
    votesOf.map(({ area, candidate, value, source }: any) => [area, candidate, value, source]),
  ).toEqual([
    ["North", "first", 10, "office"],
    ["North", "second", 7, "office"],
    ["South", "first", 10, "office"],
    ["South", "second", 7, "office"],
  ]);
});

test("two revisions are compared, and an earlier one comes back as a new one", async () => {
  const between = await desk.run("diff", RACE, "r2", "r4", "--json");
  expect(between.json().changes).toContainEqual(
    expect.objectContaining({ path: "polls.average.shares.first.share", before: 48, after: 47 }),
  );
  const restored = await desk.run("restore", RACE, "2", "--yes", "--json", "--note", "TEST");
  expect(restored).toMatchObject({ exit: EXIT.ok });
  const last = (await desk.run("history", RACE, "--json", "--limit", "1")).json().revisions;
  expect(last).toMatchObject([{ section: "polls", action: "restore", restores: 2, note: "TEST" }]);
  const again = await desk.run("restore", RACE, "2", "--yes");
  expect(again).toMatchObject({
    exit: EXIT.ok,
    stdout: expect.stringContaining("nothing to store"),
  });
  expect((await desk.run("restore", RACE, "999", "--yes")).exit).toBe(EXIT.problem);
});

test("history proves itself here, and one that was rewritten on the way is found out", async () => {
  const verified = await desk.run("history", RACE, "--verify", "--json");
  expect(verified.exit).toBe(EXIT.ok);
  const { head, revisions } = verified.json();
  expect(head).toBe(revisions[0].hash);
  expect((await desk.run("history", RACE, "--noted", revisions[3].hash)).exit).toBe(EXIT.ok);
  const cut = await desk.run("history", RACE, "--noted", "0".repeat(64));
  expect(cut).toMatchObject({ exit: EXIT.problem, stderr: expect.stringContaining("cut off") });

  const liar = await openLiar(desk.topline.origin);
  const lied = await desk.run("history", RACE, "--verify", "--url", liar.origin);
  liar.close();
  expect(lied.exit).toBe(EXIT.problem);
  expect(lied.stderr).toMatch(/revision 4 is not what was stored/);
});

/** Passes everything on to the Worker, and rewrites one correction in what comes back. */
async function openLiar(origin: string) {
  const server = createServer(async (request, response) => {
    const answer = await fetch(origin + request.url, {
      headers: { authorization: request.headers.authorization ?? "" },
    });
    const text = (await answer.text()).replace('"TEST: a slip"', '"TEST: nothing"');
    response.writeHead(answer.status, { etag: answer.headers.get("etag") ?? "" }).end(text);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

test("the doctor finds a race well, also after it was written to KV again", async () => {
  const well = await desk.run("doctor", RACE, "--republish", "--json");
  expect(well).toMatchObject({ exit: EXIT.ok });
  expect(well.json().findings).toMatchObject([{ about: "Worker" }, { about: RACE, well: true }]);
  expect((await desk.run("doctor", "no-such-race")).exit).toBe(EXIT.problem);
  // Without an id: every race that has a desk.
  const all = await desk.run("doctor", "--republish", "--json");
  expect(all.json().findings).toEqual(
    expect.arrayContaining([expect.objectContaining({ about: RACE, well: true })]),
  );
});

test("a stranger, nobody, and a Worker that isn't there are told apart from faults", async () => {
  const stranger = await desk.runAs(desk.tokens.stranger, "history", RACE, "--json");
  expect(stranger.exit).toBe(EXIT.refused);
  expect(stranger.json()).toMatchObject({ ok: false, status: 401, code: "unknown_token" });
  const nobody = await start(["history", RACE, "--url", "http://127.0.0.1:9"], {
    TOPLINE_TOKEN: "x",
  }).ended;
  expect(nobody).toMatchObject({
    exit: EXIT.refused,
    stderr: expect.stringContaining("nothing answers"),
  });
  const unsafe = await start(["history", RACE, "--url", "http://example.org"], {
    TOPLINE_TOKEN: "x",
  }).ended;
  expect(unsafe).toMatchObject({
    exit: EXIT.usage,
    stderr: expect.stringContaining("unencrypted"),
  });
  expect((await desk.run("histroy", RACE)).exit).toBe(EXIT.usage);
  expect((await desk.run("history", "No Such Id")).exit).toBe(EXIT.usage);
  expect((await desk.run("history", "no-such-race")).exit).toBe(EXIT.problem);
});

test("the recorded night plays through to the official count, and only into a rehearsal", async () => {
  const night = join(folder, "night");
  await cp(NIGHT, night, { recursive: true });
  const id = "us-ga-06-2017-night";
  const events = join(night, "events.csv");
  const replay = ["replay", events, "--race", id, "--speed", "1000000", "--yes"];
  expect((await desk.run(...replay)).exit).toBe(EXIT.problem);
  expect((await desk.run("push", night, "--yes")).exit).toBe(EXIT.ok);

  const played = await desk.runAs(desk.tokens.player, ...replay, "--json");
  expect(played).toMatchObject({ exit: EXIT.ok, stderr: "" });
  const lines = played.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.at(-1)).toEqual({
    ok: true,
    race: id,
    played: lines.length - 1,
    standing: "Handel 134,799, Ossoff 125,517; 208 of 208 precincts",
  });
  const document = await readersGet(id, (d) => votes(d)?.[0] === 134_799);
  expect(document).toMatchObject({ test: true, status: "counting" });
  expect(votes(document)).toEqual([134_799, 125_517]);

  expect((await desk.run(...replay)).stderr).toMatch(/has it all already/);
  const firstReports = (await readFile(events, "utf8")).split("\n").slice(0, 12);
  await writeFile(events, `${firstReports.join("\n")}\n`);
  const reset = await desk.run(...replay, "--reset");
  expect(reset).toMatchObject({ exit: EXIT.ok, stdout: expect.stringMatching(/^ +1\.0 min/) });

  await replaceIn(night, "race.json", '"test": true', '"test": false');
  // Rehearsed numbers would be news: that waits for somebody who may release it.
  expect((await desk.run("push", night, "--yes")).exit).toBe(EXIT.held);
  const { held } = JSON.parse((await desk.run("held", id, "--json")).stdout);
  const approved = await desk.run("approve", id, `${held[0].held}`);
  expect(approved.exit).toBe(EXIT.ok);
  expect(await desk.run(...replay, "--reset")).toMatchObject({
    exit: EXIT.usage,
    stderr: expect.stringContaining("is no rehearsal"),
  });
});

function votes({ results }: any): readonly number[] | undefined {
  return results?.rounds[0].candidates.map((c: any) => c.votes);
}

test("a replay stops when somebody else writes, and goes on from there when told to", async () => {
  const path = await newRace("test-replay-conflict");
  await replaceIn(path, "race.json", '"2099-11-03"', '"2024-11-05"');
  await replaceIn(path, "race.json", "2099-11-03T07", "2024-11-05T07");
  await replaceIn(path, "race.json", "2099-11-03T19", "2024-11-05T19");
  expect((await desk.run("push", path, "--yes")).exit).toBe(EXIT.ok);
  const events = join(path, "events.csv");
  await writeFile(
    events,
    `minute,area,measure,candidate,value,source\n${eventRow(1, 10)}\n${eventRow(2, 20)}\n`,
  );
  const playing = desk.start(
    "replay",
    events,
    "--race",
    "test-replay-conflict",
    "--speed",
    "20",
    "--yes",
  );
  await playing.seen(/1\.0 min/);
  const other = await fetch(`${desk.topline.origin}/v1/races/test-replay-conflict/desk/results`, {
    method: "POST",
    headers: { Authorization: `Bearer ${desk.tokens.desk}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      counts: [
        { area: "South", measure: "ballots", value: 7, asOf: "2024-11-05", source: "office" },
      ],
    }),
  });
  expect(other.status).toBe(200);
  const stopped = await playing.ended;
  expect(stopped).toMatchObject({
    exit: EXIT.conflict,
    stderr: expect.stringContaining("Somebody else wrote first"),
  });
  const resumed = await desk.run(
    "replay",
    events,
    "--race",
    "test-replay-conflict",
    "--yes",
    "--speed",
    "1000",
  );
  expect(resumed).toMatchObject({
    exit: EXIT.ok,
    stderr: expect.stringContaining("Going on after 1"),
  });
  const { counts } = await sourceOf("test-replay-conflict", "results");
  expect(counts.map(({ area, value }: any) => [area, value])).toEqual([
    ["North", 20],
    ["South", 7],
  ]);
});

function eventRow(minute: number, value: number): string {
  return `${minute},North,votes,first,${value},office`;
}

async function sourceOf(race: string, section: string): Promise<any> {
  const response = await fetch(`${desk.topline.origin}/v1/races/${race}/desk/${section}`, {
    headers: { Authorization: `Bearer ${desk.tokens.desk}` },
  });
  return response.json();
}
