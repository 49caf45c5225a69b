import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import {
  appendRevision,
  lastRevision,
  listRevisions,
  sealRevision,
} from "../../../src/worker/desk/storage/log.ts";
import { bodyFile } from "../../../src/worker/desk/storage/body-file.ts";
import { source } from "../../../src/worker/desk/look.ts";
import {
  getBodyForm,
  getPublishState,
  setBodyForm,
  setPublishState,
} from "../../../src/worker/desk/storage/state.ts";
import { summarize } from "../../../src/worker/desk/summary.ts";
import { pollJson, raceJson } from "./fixture.ts";
import { inKv, simulate, type Simulation } from "./simulation.ts";

// A Worker is rolled back while a newer version has written to its desks. What the newer one knows
// and this one doesn't must neither stop a race, nor reach readers, nor be lost.

afterEach(reset);

const START = "2030-06-10T12:00:00Z";
const SECOND = 1000;

/** Stores a body as a newer version would. */
async function write(s: Simulation, section: string, body: object): Promise<void> {
  const { sql } = s.desk;
  const entry = {
    at: new Date(s.now()).toISOString(),
    author: "tester",
    approver: null,
    section: section as "polls",
    action: "put",
    restores: null,
    note: null,
    correction: null,
  } as const;
  appendRevision(sql, await sealRevision(lastRevision(sql), entry, await bodyFile(body, null)));
}

async function stored(s: Simulation, section: "race" | "polls") {
  return JSON.parse(new TextDecoder().decode((await source(s.desk.sql, section))?.body));
}

/** A race that this version made, and that the next one has worked on. */
async function workedOnByTheNext(s: Simulation): Promise<void> {
  await s.put("race", raceJson());
  await s.put("polls", { polls: [pollJson("p1", 41, 40)] });
  await s.pass(2 * SECOND);
  const [candidate, ...others] = raceJson().candidates;
  await write(s, "race", {
    ...raceJson(),
    office: "TEST newer seat",
    weather: { rain: true },
    candidates: [{ ...candidate, shoeSize: 43 }, ...others],
  });
  await write(s, "polls", {
    polls: [
      { ...pollJson("p1", 42, 40), mood: "SECRET1" },
      { ...pollJson("p2", 43, 40), mood: "SECRET2" },
    ],
    method: "SECRET3",
  });
  // The last revision of all is of a section that this version has never heard of.
  await write(s, "endorsements", { endorsements: [{ by: "TEST paper" }] });
  const { sql } = s.desk;
  sql.exec("ALTER TABLE revisions ADD COLUMN signature TEXT");
  sql.exec("ALTER TABLE publications ADD COLUMN pages INTEGER");
  sql.exec("CREATE TABLE pins (n INTEGER PRIMARY KEY)");
  setBodyForm(sql, 3);
  setPublishState(sql, { dueAt: s.now(), tomorrow: [1, 2] } as object);
  await s.restart();
}

test("after a rollback a race is published, and what only the newer version knows is nowhere public", () =>
  simulate(START, async (s) => {
    await workedOnByTheNext(s);
    await s.pass(2 * SECOND);
    const published = await inKv();
    expect(published?.document).toMatchObject({
      office: "TEST newer seat",
      revision: 5,
      polls: { count: 2 },
    });
    expect(published?.text).not.toMatch(/SECRET|shoeSize|weather|endorsements/);
    const { publishing, revision } = await summarize(s.desk);
    expect({ revision, ...publishing }).toMatchObject({
      revision: 5,
      pending: false,
      behind: 0,
      stuckSince: null,
      lastError: null,
    });
    // It is done with it: an unknown section is no reason to publish again and again.
    const puts = s.puts.length;
    await s.pass(60 * SECOND);
    expect(s.puts).toHaveLength(puts);
    expect(s.reports).toEqual([]);
  }));

test("writing goes on, and what was added to keeps the fields that only the newer version knows", () =>
  simulate(START, async (s) => {
    await workedOnByTheNext(s);
    expect(await s.send("merge", "polls", { polls: [pollJson("p3", 44, 40)] })).toMatchObject({
      kind: "stored",
      revision: 6,
    });
    expect(await stored(s, "polls")).toMatchObject({
      polls: [{ id: "p1", mood: "SECRET1" }, { id: "p2", mood: "SECRET2" }, { id: "p3" }],
    });
    await s.pass(2 * SECOND);
    expect((await inKv())?.document).toMatchObject({ revision: 6, polls: { count: 3 } });
    expect(listRevisions(s.desk.sql, 99, 99).map(({ n }) => n)).toEqual([6, 5, 4, 3, 2, 1]);
    // Back on the newer version everything is where it was.
    expect(await stored(s, "race")).toMatchObject({ weather: { rain: true } });
    expect(getBodyForm(s.desk.sql)).toBe(3);
    expect(getPublishState(s.desk.sql)).toMatchObject({ tomorrow: [1, 2] });
  }));
