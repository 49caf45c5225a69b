import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { bodyFile } from "../../../../src/worker/desk/storage/body-file.ts";
import {
  appendRevision,
  lastRevision,
  sealRevision,
} from "../../../../src/worker/desk/storage/log.ts";
import { summarize } from "../../../../src/worker/desk/summary.ts";
import { approve } from "../../../../src/worker/desk/writes/release.ts";
import { pollJson, raceJson, RACE_ID } from "../fixture.ts";
import { inKv, simulate, type Simulation, TERMS } from "../simulation.ts";

afterEach(reset);

const SECOND = 1000;
const START = "2030-06-18T21:00:00-04:00";
const [ann, bob] = raceJson().candidates;
/** As version 0.1.0 took it: June has another offset, and both are called Ames. */
const OLD = raceJson({
  voting: { opens: "2030-06-18T07:00:00-05:00", closes: "2030-06-18T19:00:00-05:00" },
  candidates: [ann!, { ...bob!, shortName: "Ames" }],
});
const counts = (value: number) => ({
  counts: [
    {
      area: "Cobb",
      measure: "votes",
      candidate: "a",
      value,
      asOf: "2030-06-18T20:50:00-04:00",
      source: "s",
    },
  ],
});

/** A race that today's code would refuse, as an older one has stored it. */
async function older(s: Simulation): Promise<void> {
  await s.put("race", raceJson());
  const { sql } = s.desk;
  const entry = {
    at: new Date(s.now()).toISOString(),
    author: "old",
    approver: null,
    section: "race",
    action: "put",
    restores: null,
    note: null,
    correction: null,
  } as const;
  appendRevision(sql, await sealRevision(lastRevision(sql), entry, await bodyFile(OLD, null)));
  await s.restart();
}

test("what an older version took stands in no other change’s way, held or not", () =>
  simulate(START, async (s) => {
    await older(s);
    expect(await s.put("polls", { polls: [pollJson("p1", 48, 46)] })).toMatchObject({
      kind: "stored",
    });
    expect(await s.put("results", counts(9366))).toMatchObject({ kind: "stored", waiting: [] });
    expect(await s.put("results", counts(93_366))).toMatchObject({ kind: "held" });
    expect(await approve(s.desk, RACE_ID, 1, { ...TERMS, author: "anna" })).toMatchObject({
      kind: "stored",
    });
    await s.pass(2 * SECOND);
    expect((await inKv())?.document).toMatchObject({
      results: { rounds: [{ votes: 93_366 }] },
    });
    expect((await summarize(s.desk)).faults).toEqual([
      expect.stringMatching(/^race\.candidates\.1\.shortName: /),
      expect.stringMatching(/^race\.voting\.opens: /),
      expect.stringMatching(/^race\.voting\.closes: /),
    ]);
  }));

test("race.json itself is warned of it, and only a new fault is refused", () =>
  simulate(START, async (s) => {
    await older(s);
    const renamed = await s.put("race", { ...OLD, title: "TEST: Another title" });
    expect(renamed).toMatchObject({ kind: "stored" });
    expect("warnings" in renamed && renamed.warnings).toHaveLength(3);
    const worse = { ...OLD.voting, opens: "2030-06-18T06:00:00-05:00" };
    expect(await s.put("race", { ...OLD, voting: worse })).toMatchObject({
      kind: "faulty",
      faults: [{ field: "voting.opens" }],
    });
    expect(await s.put("race", raceJson())).toMatchObject({ kind: "stored" });
    // Polls that would have closed an hour earlier are for somebody to look at.
    expect((await summarize(s.desk)).faults).toHaveLength(2);
    await approve(s.desk, RACE_ID, 1, { ...TERMS, author: "anna" });
    expect((await summarize(s.desk)).faults).toEqual([]);
    // Mended is mended.
    expect(await s.put("race", OLD)).toMatchObject({ kind: "faulty" });
  }));
