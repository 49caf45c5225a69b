import { reset } from "cloudflare:test";
import * as fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { checkRaceData } from "../../../../src/race/check.ts";
import type { RaceData } from "../../../../src/race/schema/data.ts";
import { SECTIONS } from "../../../../src/race/sections/index.ts";
import { raceData } from "../../../../src/worker/desk/storage/bodies.ts";
import { approve } from "../../../../src/worker/desk/writes/release.ts";
import { aCall, aRace } from "../../../race/fixtures.ts";
import { LARGE_FALL, madeUpNight, WARD_IN_DOUBT } from "../../../race/gate/model/night.ts";
import { type Move, move, passing, proposalOf, senderOf } from "../../../race/gate/model/moves.ts";
import { forbidden } from "../../../race/gate/model/oracle.ts";
import { beginning, begun } from "../../../race/gate/model/sequences.ts";
import { inKv, simulate, type Simulation, TERMS } from "../simulation.ts";

afterEach(reset);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const RACE = aRace();
const NIGHT = madeUpNight(RACE.voting.closes);
const FEED = { author: "feed:count" };

test(
  "a night with falls, a ward in doubt and a call withdrawn: all else stays live, the end is right",
  () =>
    simulate(
      RACE.voting.closes,
      async (s) => {
        await s.put("race", RACE);
        const held: number[] = [];
        const repeats: unknown[] = [];
        const calls: unknown[] = [];
        let minute = 0;
        for (const report of NIGHT.reports) {
          await s.pass((report.minute - minute) * MINUTE);
          ({ minute } = report);
          const sendReport = () => s.send("merge", "results", { counts: report.counts }, FEED);
          const outcome = await sendReport();
          if (outcome.kind === "held") {
            held.push(minute);
            // A feed that sends the same again keeps its hold.
            const again = await sendReport();
            repeats.push(again.kind === "held" && again.held === outcome.held);
          }
          if (outcome.kind === "held" && minute === LARGE_FALL)
            await approve(s.desk, RACE.id, outcome.held, { ...TERMS, author: "office" });
          if (minute === 100) {
            const call = aCall({ at: new Date(s.now()).toISOString() });
            await s.put("calls", { calls: [call] }, FEED);
            await s.pass(2 * SECOND);
            calls.push((await inKv(RACE.id))?.document.calls?.length);
            calls.push((await s.put("calls", { calls: [] })).kind);
          }
        }
        expect(repeats).toEqual([true, true]);
        expect(calls).toEqual([1, "stored"]);
        await s.pass(MINUTE);
        expect(held).toEqual([LARGE_FALL, WARD_IN_DOUBT]);
        const { document } = (await inKv(RACE.id)) ?? {};
        const votesOf = (id: string) =>
          [...NIGHT.end]
            .filter(([key]) => key.endsWith(` ${id}`))
            .reduce((sum, [, n]) => sum + n, 0);
        const { candidates } = document.results.rounds[0];
        const tally = (id: string) =>
          candidates.find((row: { candidate: string }) => row.candidate === id).votes;
        expect([tally("ada"), tally("bo")]).toEqual([votesOf("ada"), votesOf("bo")]);
        expect([document.underReview, document.calls ?? []]).toEqual([[], []]);
      },
      RACE.id,
    ),
  60_000,
);

/** How many sequences of a dishonest sender go through a real desk: VITE_GATE_SEQUENCES=1000 for more. */
declare const GATE_SEQUENCES: number;
const RUNS = GATE_SEQUENCES;
const SEED = 1;

test(
  "whatever a dishonest sender asks of a desk, readers see nothing that the table forbids",
  async () => {
    const any = fc.tuple(begun, fc.array(move, { minLength: 1, maxLength: 12 }));
    const sequences = fc.sample(any, { numRuns: RUNS, seed: SEED });
    const wrong: string[] = [];
    for (const [i, [start, moves]] of sequences.entries()) {
      const id = `desk-${i}`;
      const { data, now } = beginning(start);
      const from = new Date(now).toISOString();
      const found = await simulate(from, (s) => playAt(s, data, moves, id), id);
      if (found !== null) wrong.push(found);
    }
    expect(wrong).toEqual([]);
    expect(sequences).toHaveLength(RUNS);
  },
  600_000 + 2000 * RUNS,
);

async function playAt(
  s: Simulation,
  data: RaceData,
  moves: readonly Move[],
  id: string,
): Promise<string | null> {
  const start = { ...data, race: { ...data.race, id } };
  for (const name of ["race", ...SECTIONS] as const)
    if (start[name] !== null) await s.put(name, start[name]);
  const past: RaceData[] = [];
  const most = new Map<string, number>();
  for (const next of moves) {
    const before = await dataAt(s);
    const after = proposalOf({ data: before, now: s.now(), past }, next);
    const { by, withdraws } = senderOf(next);
    const terms = { author: by === "feed" ? "feed:count" : "tester", withdraws };
    if (after !== null && checkRaceData(after).ok)
      for (const name of ["race", ...SECTIONS] as const)
        if (JSON.stringify(after[name]) !== JSON.stringify(before[name]))
          await (after[name] === null
            ? s.send("delete", name, null, terms)
            : s.put(name, after[name], terms));
    const accepted = await dataAt(s);
    const now = new Date(s.now()).toISOString();
    const [wrong] = forbidden({ before, after: accepted, now, by, withdraws, most });
    if (wrong !== undefined) return `${JSON.stringify(moves)}: ${wrong}`;
    past.push(before);
    await s.pass(passing(next));
  }
  return null;
}

async function dataAt(s: Simulation): Promise<RaceData> {
  const data = raceData(await s.desk.bodies.current(s.desk.sql));
  if (data === null) throw new Error("the race is gone");
  return data;
}
