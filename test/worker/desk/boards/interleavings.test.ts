import { reset, runInDurableObject } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import type { BoardDocument } from "../../../../src/race/board/document.ts";
import { simulateBoard } from "./simulation.ts";
import { boardStub } from "./fixture.ts";

afterEach(reset);

/** Each is some thirty steps of its own. */
const RUNS = 150;
const STEPS = 30;
/** The machine may be busy with other things. */
const LONG_MS = 120_000;
const RACES = ["us-xx-01-test", "us-xx-02-test", "us-xx-03-test"];

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function rowsOf({ groups }: BoardDocument) {
  return groups.flatMap(({ races }) => races);
}

test(
  "whatever gets lost, late or twice, a board shows only what was acknowledged, and ends equal",
  () =>
    runInDurableObject(boardStub("night"), async (_, { storage }) => {
      for (let seed = 1; seed <= RUNS; seed++) {
        const next = random(seed);
        const chance = (share: number) => next() < share;
        const pick = <T>(items: readonly T[]) => items[Math.floor(next() * items.length)] as T;
        const s = simulateBoard(storage, RACES, (document) => {
          for (const row of rowsOf(document)) {
            const shown = s.published.get(row.id)?.[row.publication - 1];
            expect({ seed, votes: row.votes }).toEqual({ seed, votes: shown?.votes });
          }
        });
        s.kvMode = () => (chance(0.15) ? "fails" : chance(0.15) ? "hangs" : "works");
        s.wakes = () => chance(0.7);
        s.asks = () => chance(0.85);
        for (let step = 0; step < STEPS; step++) {
          const roll = next();
          if (roll < 0.3) s.publish(pick(RACES), Math.floor(next() * 1000));
          else if (roll < 0.55) await s.announce(pick(RACES), { late: chance(0.2) });
          else if (roll < 0.65) await s.land();
          else await s.pass(Math.floor(next() * 3000));
        }
        s.kvMode = () => "works";
        s.wakes = () => true;
        s.asks = () => true;
        for (const race of RACES) await s.announce(race, { late: false });
        await s.pass(5000);
        while (await s.land());
        await s.pass(400_000);
        const last = s.board();
        const expected = RACES.flatMap((race) => {
          const all = s.published.get(race) ?? [];
          return all.length === 0 ? [] : [[race, all.length, all.at(-1)?.votes]];
        });
        const shown = last === null ? [] : rowsOf(last).map((r) => [r.id, r.publication, r.votes]);
        expect({ seed, shown }).toEqual({ seed, shown: expected });
      }
    }),
  LONG_MS,
);

test("where nothing fails a publication is on the board within five seconds, however many there are", () =>
  runInDurableObject(boardStub("night"), async (_, { storage }) => {
    const many = Array.from({ length: 300 }, (__, i) => `us-xx-${String(i).padStart(3, "0")}-test`);
    const seen = new Map<string, number>();
    const acknowledged = new Map<string, number>();
    let longest = 0;
    const s = simulateBoard(storage, many, (document) => {
      for (const { id } of rowsOf(document)) {
        const at = acknowledged.get(id);
        if (at === undefined || seen.has(id)) continue;
        seen.set(id, s.now());
        longest = Math.max(longest, s.now() - at);
      }
    });
    for (const race of many) {
      s.publish(race, 1);
      acknowledged.set(race, s.now());
      await s.announce(race, { late: false });
      await s.pass(200);
    }
    await s.pass(5000);
    expect(seen.size).toBe(many.length);
    expect(longest).toBeLessThanOrEqual(5000);
    // A minute of changes is some twenty writes, and not three hundred.
    expect(s.puts()).toBeLessThan(35);
  }));
