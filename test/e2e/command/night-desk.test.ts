import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXIT } from "../../../src/cli/exit-codes.ts";
import { type CommandDesk, openCommandDesk } from "./desk.ts";

// What a night desk types while a count runs, against a Worker of its own: each exit code is what a
// script would go by.

const RACE = "test-springfield-count";
let desk: CommandDesk;
let folder: string;
let path: string;

beforeAll(async () => {
  desk = await openCommandDesk();
  folder = await mkdtemp(join(tmpdir(), "topline-night-desk-"));
  path = join(folder, RACE);
  await desk.run("init", RACE, "--folder", path, "--date", "2020-11-03");
  await count({ North: 9366, South: 4000 });
  const { exit, stderr } = await desk.run("push", path, "--yes");
  if (exit !== EXIT.ok) throw new Error(stderr);
});

afterAll(async () => {
  await desk.topline.close();
  await rm(folder, { recursive: true, force: true });
});

/** The folder's results: First's votes by area, Second has 3,000 in each. */
async function count(areas: Readonly<Record<string, number>>): Promise<void> {
  const rows = Object.entries(areas).flatMap(([area, first]) =>
    Object.entries({ first, second: 3000 }).map(
      ([candidate, value]) =>
        `${area},votes,${candidate},${value},2020-11-03T21:00:00-05:00,office`,
    ),
  );
  const header = "area,measure,candidate,value,as_of,source";
  await writeFile(join(path, "results.csv"), `${[header, ...rows].join("\n")}\n`);
}

const push = (token = desk.tokens.sender) => desk.runAs(token, "push", path, "--yes", "--json");

async function readersGet(looks: (document: any) => boolean, file = ""): Promise<any> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const response = await fetch(`${desk.topline.origin}/v1/races/${RACE}${file}`);
    const document = response.ok ? await response.json() : null;
    if (document !== null && looks(document)) return document;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`readers never got it`);
}

const callFor = (candidate: string) =>
  [
    "call",
    RACE,
    candidate,
    "--caller",
    "TEST Wire",
    "--source",
    "office",
    "--yes",
    "--json",
  ] as const;

test("a call for whoever trails waits, one for the leader passes, and taking it back is at once", async () => {
  const trailing = await desk.run(...callFor("second"));
  expect(trailing).toMatchObject({ exit: EXIT.held });
  expect(trailing.json().held).toMatchObject([{ held: 1, reasons: [{ rule: "call_trailing" }] }]);
  expect((await desk.run("drop", RACE, "1")).exit).toBe(EXIT.ok);

  expect((await desk.run(...callFor("first"))).exit).toBe(EXIT.ok);
  await readersGet(({ calls }) => calls?.[0]?.candidate === "first");
  // Asked without a terminal nobody answers.
  const { exit } = await desk.run(...callFor("first").filter((word) => word !== "--yes"));
  expect(exit).toBe(EXIT.usage);

  expect((await desk.run("retract", RACE)).exit).toBe(EXIT.usage);
  expect((await desk.run("retract", RACE, "second")).exit).toBe(EXIT.problem);
  expect((await desk.run("retract", RACE, "first", "--note", "too early")).exit).toBe(EXIT.ok);
  await readersGet(({ calls }) => calls === undefined);
  const log = await readersGet(({ callChanges }) => callChanges.length === 2, "/call-changes");
  expect(log.callChanges).toMatchObject([{ change: "made" }, { change: "withdrawn" }]);
});

test("a pin is told to readers until it is released", async () => {
  const place = ["--area", "North", "--measure", "votes", "--why", "Checked by hand."];
  const pinned = await desk.run("pin", RACE, ...place, "--json");
  expect(pinned).toMatchObject({ exit: EXIT.ok });
  const { pin } = pinned.json().pin;
  await readersGet(({ pins }) => pins[0]?.why === "Checked by hand.");
  expect((await desk.run("pin", RACE, "--area", "Nowhere", "--why", "x")).exit).toBe(EXIT.problem);
  expect((await desk.run("unpin", RACE, String(pin))).exit).toBe(EXIT.ok);
  expect((await desk.run("unpin", RACE, String(pin))).exit).toBe(EXIT.problem);
  await readersGet(({ pins }) => pins.length === 0);
});

test("what comes during a pause waits, can't be approved, and is judged on resuming", async () => {
  expect((await desk.run("pause", RACE, "--text", "Being checked.")).exit).toBe(EXIT.ok);
  await readersGet(({ paused }) => paused[0]?.text === "Being checked.");
  await count({ North: 9400, South: 71_000 });
  const waiting = await push();
  expect(waiting).toMatchObject({ exit: EXIT.held });
  const [{ held }] = waiting.json().held;
  const approved = await desk.run("approve", RACE, String(held));
  expect(approved).toMatchObject({
    exit: EXIT.problem,
    stderr: expect.stringContaining("resume it"),
  });

  const resumed = await desk.run("resume", RACE, "--json");
  expect(resumed).toMatchObject({ exit: EXIT.held });
  expect(resumed.json().held).toMatchObject([
    { scope: "1.South.votes", reasons: [{ rule: "jump" }] },
  ]);
  const [{ held: jump }] = resumed.json().held;
  await readersGet(({ results }) => results.rounds[0].candidates[0].votes === 9400 + 4000);
  expect((await desk.run("drop", RACE, String(jump))).exit).toBe(EXIT.ok);
  expect((await desk.run("resume", RACE)).exit).toBe(EXIT.problem);
});

test("an area's numbers are taken back at once, and come again as new ones", async () => {
  expect((await desk.run("retract", RACE, "--area", "South")).exit).toBe(EXIT.ok);
  await readersGet(({ results }) => results.rounds[0].votes === 9400 + 3000);
  expect((await desk.run("retract", RACE, "--area", "South")).exit).toBe(EXIT.problem);
  await count({ North: 9400, South: 4000 });
  expect((await push()).exit).toBe(EXIT.ok);
});

test("where two people have to agree, nobody agrees with themselves", async () => {
  const file = join(path, "race.json");
  const race = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...race, gate: { ...race.gate, secondPerson: true } }));
  expect((await push()).exit).toBe(EXIT.ok);

  const called = await desk.run(...callFor("first"));
  expect(called).toMatchObject({ exit: EXIT.held });
  const [{ held, reasons }] = called.json().held;
  expect(reasons).toMatchObject([{ rule: "call_alone" }]);
  // Its sender may approve, but not this; a sender without the scope none at all.
  expect((await desk.run("approve", RACE, String(held))).exit).toBe(EXIT.refused);
  expect((await desk.runAs(desk.tokens.sender, "approve", RACE, String(held))).exit).toBe(
    EXIT.refused,
  );
  const other = (...args: string[]) => desk.runAs(desk.tokens.approver, ...args);
  expect((await other("approve", RACE, String(held), "--seen", "000000")).exit).toBe(EXIT.conflict);
  expect((await other("approve", RACE, String(held))).exit).toBe(EXIT.ok);
  expect((await other("approve", RACE, String(held))).exit).toBe(EXIT.problem);
  await readersGet(({ calls }) => calls?.[0]?.candidate === "first");
  // Taking it back needs one person.
  expect((await desk.runAs(desk.tokens.sender, "retract", RACE, "first")).exit).toBe(EXIT.ok);
  await readersGet(({ calls }) => calls === undefined);
});
