import { env } from "cloudflare:workers";
import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { listPublications } from "../../../../src/worker/desk/storage/publications.ts";
import { pollJson, raceJson } from "../fixture.ts";
import { inKv, simulate } from "../simulation.ts";

afterEach(reset);

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** Every value and what stands beside it, as KV has them. */
async function everything(): Promise<string> {
  const { keys } = await env.RACES.list();
  const values = await Promise.all(keys.map(({ name }) => env.RACES.get(name)));
  return JSON.stringify([keys, values]);
}

test("an embargoed poll comes out at its minute, with nobody at the desk", () =>
  simulate("2030-06-10T12:00:00Z", async (s) => {
    await s.put("race", raceJson());
    const early = { ...pollJson("secret-poll", 37.73, 41.17), publishedAt: "2030-06-10T13:00:00Z" };
    const outcome = await s.put("polls", { polls: [pollJson("out", 48, 45), early] });
    expect(outcome.kind).toBe("stored");
    await s.pass(HOUR - SECOND);
    expect(await everything()).toContain("TEST Pollster out");
    expect(await everything()).not.toMatch(/secret-poll|37\.73|41\.17/);
    const [before] = listPublications(s.desk.sql, 99, 1);

    await s.pass(SECOND);
    expect((await inKv())?.document).toMatchObject({ polls: { count: 2 } });
    expect((await everything()).match(/37\.73/g)?.length).toBeGreaterThan(2);
    // The publication before it stays what readers saw.
    expect(listPublications(s.desk.sql, 99, 1)[0]?.n).toBe((before?.n ?? 0) + 1);
  }));

test("a desk that was away at that minute makes up for it when it wakes", () =>
  simulate("2030-06-10T12:00:00Z", async (s) => {
    await s.put("race", raceJson());
    const early = { ...pollJson("secret-poll", 37.73, 41.17), publishedAt: "2030-06-10T13:00:00Z" };
    await s.put("polls", { polls: [early] });
    await s.pass(SECOND);
    s.setClock("2030-06-10T15:30:00Z");
    await s.restart();
    await s.wake();
    expect((await inKv())?.document).toMatchObject({ polls: { count: 1 } });
  }));
