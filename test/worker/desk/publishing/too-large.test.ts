import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { listRevisions } from "../../../../src/worker/desk/storage/log.ts";
import { OWN_JSON } from "../../../../src/worker/desk/writes/read-body.ts";
import { change } from "../../../../src/worker/desk/writes/write.ts";
import { RACE_ID, raceJson } from "../fixture.ts";
import { inKv, simulate, type Simulation, TERMS } from "../simulation.ts";

afterEach(reset);

const START = "2030-06-19T01:00:00Z";
const SLOW_TEST_MS = 60_000;

/** Counts of so many precincts and two candidates, as a table: short in a file, long for readers. */
function send({ desk }: Simulation, precincts: number) {
  const rows = Array.from({ length: precincts }, (_, i) =>
    ["a", "b"].map((c) => `1,Q${i},votes,${c},unspecified,5,2030-06-18,s`).join("\n"),
  );
  const head = "round,area,measure,candidate,mode,value,as_of,source";
  const file = new TextEncoder().encode([head, ...rows].join("\n"));
  const reading = { ...OWN_JSON, format: "csv" } as const;
  return change(desk, { race: RACE_ID, section: "results", action: "put", file, reading }, TERMS);
}

test(
  "130,000 rows that KV wouldn't take are refused with size and limit, and the race goes on",
  () =>
    simulate(START, async (s) => {
      await s.put("race", raceJson());
      await s.pass(2000);
      expect(await send(s, 65_000)).toMatchObject({
        kind: "faulty",
        faults: [
          {
            message: expect.stringMatching(
              /^results as readers would get it would have \d\d,\d{3},\d{3} bytes, and the store takes 25,165,824/,
            ),
          },
        ],
      });
      expect(listRevisions(s.desk.sql, 99, 99)).toHaveLength(1);
      await s.put("race", raceJson({ office: "TEST other seat" }));
      await s.pass(2000);
      expect((await inKv())?.document.office).toBe("TEST other seat");
    }),
  SLOW_TEST_MS,
);
