import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { RULES } from "../../../../src/race/gate/rules/index.ts";
import type { Outcome } from "../../../../src/worker/desk/writes/outcome.ts";
import { approve } from "../../../../src/worker/desk/writes/release.ts";
import type { Terms } from "../../../../src/worker/desk/writes/terms.ts";
import { restore } from "../../../../src/worker/desk/writes/write.ts";
import { RACE_ID } from "../fixture.ts";
import { inKv, simulate, type Simulation, TERMS } from "../simulation.ts";
import { type Door, DOUBTFUL, type Doubtful } from "./doubtful.ts";

afterEach(reset);

const SECOND = 1000;
const RELEASER = { ...TERMS, author: "releaser" };

const CASES = DOUBTFUL.flatMap((row) =>
  row.doors.map((door) => ({ ...row, name: `${row.rule} (${row.section}) by ${door}`, door })),
);

test("the table has an example of each rule of the gate", () => {
  expect([...new Set(DOUBTFUL.map(({ rule }) => rule))].toSorted()).toEqual(RULES.toSorted());
});

test.each(CASES)("$name: readers have the rest, and that once it is released", (row) =>
  simulate(row.now, async (s) => {
    const { race, good, section, rule } = row;
    await s.put("race", race);
    for (const [name, body] of Object.entries(good)) await s.put(name as "results", body);
    await s.pass(2 * SECOND);
    const before = await readers();

    const outcome = await send(s, row, row.door);
    const waiting = waitingIn(outcome).filter(({ reasons }) =>
      reasons.some((reason) => reason.rule === rule),
    );
    expect(waiting).not.toEqual([]);
    await s.pass(2 * SECOND);
    expect(await readers()).toEqual(before);
    expect((await inKv())?.document.underReview).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ section })]),
    );

    for (const { held } of waitingIn(outcome))
      expect(await approve(s.desk, RACE_ID, held, RELEASER)).toMatchObject({ kind: "stored" });
    await s.pass(2 * SECOND);
    expect((await inKv())?.document.underReview).toEqual([]);
  }),
);

/** Sends what is doubtful by one of the doors. */
async function send(s: Simulation, row: Doubtful, door: Door): Promise<Outcome> {
  const { section, bad, good, race } = row;
  const terms: Partial<Terms> = door === "feed" ? { author: "feed:count" } : {};
  if (door === "POST") return s.send("merge", section, bad, terms);
  if (door !== "restore") return s.put(section, bad, terms);
  // It was there once, released, and was corrected.
  const back = section === "race" ? race : good[section];
  await release(s, await s.put(section, bad));
  const { n } = lastRevision(s);
  await release(
    s,
    back === undefined ? await s.send("delete", section, null) : await s.put(section, back),
  );
  await s.pass(2 * SECOND);
  // Somebody else brings it back: whoever takes back a mistake of their own isn't held.
  return restore(s.desk, RACE_ID, n, { ...TERMS, author: "another" });
}

async function release(s: Simulation, outcome: Outcome): Promise<void> {
  for (const { held } of waitingIn(outcome)) await approve(s.desk, RACE_ID, held, RELEASER);
}

function lastRevision(s: Simulation): { n: number } {
  return s.desk.sql.exec<{ n: number }>("SELECT max(n) AS n FROM revisions").one();
}

function waitingIn(outcome: Outcome) {
  return "waiting" in outcome ? outcome.waiting : [];
}

/** What readers get, but for counters, times, logs, and what they are told of reviews. */
async function readers(): Promise<unknown> {
  const {
    publication: _,
    revision: __,
    updatedAt: ___,
    asOf: ____,
    underReview: _____,
    revisions: ______,
    callChanges: _______,
    ...rest
  } = (await inKv())?.document ?? {};
  return rest;
}
