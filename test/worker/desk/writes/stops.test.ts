import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, expect, test } from "vitest";
import { raceJson, RACE_ID } from "../fixture.ts";
import { client, hurry } from "../fixture.ts";
import { inKv, simulate, type Simulation } from "../simulation.ts";
import {
  listPins,
  pauseSection,
  pinFigure,
  resumeSection,
  unpinFigure,
} from "../../../../src/worker/desk/writes/stops.ts";
import { approve, drop } from "../../../../src/worker/desk/writes/release.ts";
import { TERMS } from "../simulation.ts";

afterEach(reset);

const NIGHT = "2030-06-18T21:00:00-04:00";
const SECOND = 1000;

const counts = (numbers: Record<string, number>) => ({
  counts: Object.entries(numbers).map(([area, value]) => ({
    area,
    candidate: "a",
    measure: "votes",
    value,
    asOf: "2030-06-18T20:50:00-04:00",
    source: "s",
  })),
});

const FEED = { author: "feed:count" };

async function counting(s: Simulation): Promise<void> {
  await s.put("race", raceJson());
  await s.put("results", counts({ Cobb: 9366, Fulton: 4000 }));
  await s.pass(2 * SECOND);
}

async function votesIn(area: string): Promise<number | undefined> {
  const text = await env.RACES.get(`section:${RACE_ID}:results`);
  const { areas } = JSON.parse(text ?? "") as { areas: { area: string; votes: number }[] };
  return areas.find((row) => row.area === area)?.votes;
}

test("a pinned figure outlives the feed until it is released, and readers are told why", () =>
  simulate(NIGHT, async (s) => {
    await counting(s);
    const place = { section: "results", area: "Cobb", measure: "votes" } as const;
    const why = "The office says that its file is wrong.";
    expect(await pinFigure(s.desk, { ...place, why }, "anna")).toMatchObject({
      pin: 1,
      by: "anna",
    });
    expect(await pinFigure(s.desk, { ...place, area: "Nowhere", why }, "anna")).toBeNull();
    await s.put("results", counts({ Cobb: 9900, Fulton: 4400 }), FEED);
    await s.pass(2 * SECOND);
    expect([await votesIn("Cobb"), await votesIn("Fulton")]).toEqual([9366, 4400]);
    expect((await inKv())?.document).toMatchObject({ pins: [{ ...place, why }] });

    expect(await unpinFigure(s.desk, 1)).toBe(true);
    expect(await unpinFigure(s.desk, 1)).toBe(false);
    expect(listPins(s.desk.sql)).toEqual([]);
    await s.put("results", counts({ Cobb: 9900, Fulton: 4400 }), FEED);
    await s.pass(2 * SECOND);
    expect(await votesIn("Cobb")).toBe(9900);
    expect((await inKv())?.document).toMatchObject({ pins: [] });
  }));

test("what comes for a paused section waits, and is judged when it goes on", () =>
  simulate(NIGHT, async (s) => {
    await counting(s);
    const text = "The count is being checked.";
    await pauseSection(s.desk, "results", text, "anna");
    expect(await s.put("results", counts({ Cobb: 9500, Fulton: 4400 }), FEED)).toMatchObject({
      kind: "held",
      reasons: [{ rule: "paused" }],
    });
    await s.send("merge", "results", counts({ Fulton: 71_000 }), FEED);
    await s.pass(2 * SECOND);
    expect([await votesIn("Cobb"), await votesIn("Fulton")]).toEqual([9366, 4000]);
    expect((await inKv())?.document).toMatchObject({
      paused: [{ section: "results", text }],
      underReview: [],
    });

    // Releasing it would put in Fulton's jump, which nobody has judged.
    expect(await approve(s.desk, RACE_ID, 1, { ...TERMS, author: "anna" })).toMatchObject({
      kind: "faulty",
      faults: [{ message: expect.stringContaining("resume it") }],
    });
    await s.pass(2 * SECOND);
    expect(await votesIn("Fulton")).toBe(4000);

    const resumed = await resumeSection(s.desk, RACE_ID, "results", TERMS);
    expect(resumed).toMatchObject({
      kind: "stored",
      waiting: [{ scope: "1.Fulton.votes", reasons: [{ rule: "jump" }] }],
    });
    await s.pass(2 * SECOND);
    expect([await votesIn("Cobb"), await votesIn("Fulton")]).toEqual([9500, 4000]);
    expect((await inKv())?.document).toMatchObject({ paused: [] });
    expect(await resumeSection(s.desk, RACE_ID, "results", TERMS)).toBe("not_paused");
  }));

test("a feed's number that was dropped doesn't come back by being sent again", () =>
  simulate(NIGHT, async (s) => {
    await counting(s);
    const send = async (cobb: number) =>
      s.put("results", counts({ Cobb: cobb, Fulton: 4000 }), FEED);
    const { held } = (await send(5000)) as { held: number };
    const review = async () => {
      await s.pass(2 * SECOND);
      return (await inKv())?.document.underReview;
    };
    expect(await review()).toHaveLength(1);
    expect(await drop(s.desk, held)).toBe(true);
    expect(await send(5000)).toMatchObject({ kind: "held", held });
    expect(await review()).toEqual([]);
    await send(4000);
    expect(await review()).toHaveLength(1);
    // The number that readers have already ends it.
    await send(9366);
    expect(await review()).toEqual([]);
  }));

test("the addresses of pins and pauses do the same", async () => {
  const { ask } = await client();
  const voting = { opens: "2020-06-16T07:00:00-04:00", closes: "2020-06-16T19:00:00-04:00" };
  await ask("PUT", `${RACE_ID}/desk/race`, {
    json: raceJson({ electionDate: "2020-06-16", voting }),
  });
  const turnout = { date: "2020-06-10", mode: "unspecified", ballots: 5000, source: "s" };
  await ask("PUT", `${RACE_ID}/desk/turnout`, { json: { counts: [turnout] } });
  const pin = { section: "turnout", date: "2020-06-10", why: "Checked by hand." };
  const made = await ask("POST", `${RACE_ID}/desk/pins`, { json: pin });
  expect(await made.json()).toMatchObject({ ...pin, pin: 1, by: "desk" });
  expect((await ask("POST", `${RACE_ID}/desk/pins`, { json: { ...pin, why: "" } })).status).toBe(
    422,
  );
  expect(await (await ask("GET", `${RACE_ID}/desk/pins`)).json()).toMatchObject({ pins: [pin] });
  expect((await ask("DELETE", `${RACE_ID}/desk/pins/1`)).status).toBe(204);
  expect((await ask("DELETE", `${RACE_ID}/desk/pins/1`)).status).toBe(404);

  const paused = `${RACE_ID}/desk/paused/turnout`;
  expect((await ask("DELETE", paused)).status).toBe(404);
  expect((await ask("PUT", paused, { json: { text: "Being checked." } })).status).toBe(200);
  await hurry();
  expect((await inKv())?.document).toMatchObject({ paused: [{ text: "Being checked." }] });
  expect((await ask("DELETE", paused)).status).toBe(204);
  // Taking numbers away on purpose isn't held.
  expect((await ask("DELETE", `${RACE_ID}/desk/turnout?withdraw=1`)).status).toBe(200);
});
