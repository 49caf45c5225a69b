import { env } from "cloudflare:workers";
import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { client, pollJson, RACE_ID, raceJson, readAs } from "../fixture.ts";
import { approve } from "../../../../src/worker/desk/writes/release.ts";
import { simulate, TERMS } from "../simulation.ts";

afterEach(reset);

const REVISIONS = 50;
const QUESTIONS = 50;
const HOUR_MS = 3_600_000;

test("as_of leads to the very bytes that readers had, 50 times over 50 revisions", async () => {
  const random = seeded(7);
  const start = Date.now() - 3 * HOUR_MS;
  const seen: { at: number; text: string }[] = [];
  const end = await simulate(new Date(start).toISOString(), async (s) => {
    s.putMs = 150;
    s.afterPut = (key, value) => {
      if (key === `race:${RACE_ID}`)
        seen.push({ at: s.now(), text: new TextDecoder().decode(value) });
    };
    await s.put("race", raceJson());
    for (let n = 2; n <= REVISIONS; n++) {
      // Bursts within a second, and pauses of up to four minutes.
      await s.pass(Math.round(random() < 0.5 ? random() * 400 : random() * 240_000));
      await s.put("polls", { polls: [pollJson("p1", 30 + (n % 40), 20 + random() * 9)] });
    }
    await s.pass(2000);
    return s.now();
  });
  const publications = seen.length;
  expect(publications).toBeGreaterThan(15);
  expect(publications).toBeLessThan(REVISIONS);
  expect(end).toBeLessThan(Date.now() - 120_000);

  const first = seen[0]?.at ?? end;
  for (let i = 0; i < QUESTIONS; i++) {
    // Half of them close to a change, where a wrong rule would show.
    const change = seen[Math.floor(random() * seen.length)]?.at ?? first;
    const asked = i % 2 === 0 ? first + random() * (end - first) : change + (random() - 0.5) * 1000;
    const at = Math.max(first, Math.round(asked));
    const answer = await readAs(`${RACE_ID}?as_of=${new Date(at).toISOString()}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Cache-Control")).toContain("immutable");
    const publication = await readAs(pathOf(answer));
    expect(publication.headers.get("Cache-Control")).toContain("immutable");
    expect(await publication.text()).toBe(seen.findLast((s) => s.at <= at)?.text);
  }
}, 30_000);

test("as_of answers for the last two minutes, the future, the time before and nonsense", async () => {
  const start = Date.now() - HOUR_MS;
  await simulate(new Date(start).toISOString(), async (s) => {
    await s.put("race", raceJson());
    await s.pass(HOUR_MS);
  });

  const recent = await ask(ago(60_000));
  expect([recent.status, recent.headers.get("Cache-Control")]).toEqual([302, "no-store"]);
  expect((await ask(ago(180_000))).headers.get("Cache-Control")).toContain("immutable");
  expect((await ask(ago(-60_000))).status).toBe(400);
  expect((await ask(ago(2 * HOUR_MS))).status).toBe(404);
  for (const nonsense of ["", "yesterday", "2017-06-20", "2017-06-20T07:00:00"])
    expect((await ask(nonsense)).status).toBe(400);
  // An unencoded plus arrives as a space.
  const plus = `${ago(180_000).slice(0, -1)}+00:00`;
  expect((await ask(plus)).status).toBe(302);
  expect((await readAs(`no-such-race?as_of=${ago(0)}`)).status).toBe(404);
  expect((await readAs(RACE_ID)).status).toBe(200);
});

test("publications are listed newest first, each with its address, and answer 304 by their ETag", async () => {
  await simulate("2020-07-01T12:00:00Z", async (s) => {
    await s.put("race", raceJson());
    await s.pass(5000);
    await s.put("polls", { polls: [pollJson("p1", 48, 46)] });
    await s.pass(5000);
  });
  const list = await readAs(`${RACE_ID}/publications`);
  expect(list.headers.get("Access-Control-Allow-Origin")).toBe("*");
  const { publications } = (await list.json()) as {
    publications: { href: string; etag: string }[];
  };
  expect(publications).toMatchObject([
    { n: 2, at: "2020-07-01T12:00:05.000Z", firstRevision: 2, lastRevision: 2 },
    { n: 1, at: "2020-07-01T12:00:00.000Z", firstRevision: 1, lastRevision: 1 },
  ]);
  const path = publications[0]?.href.replace("/v1/races/", "") ?? "";
  const printed = await readAs(path);
  expect(await printed.json()).toMatchObject({ publication: 2, polls: { count: 1 } });
  expect(printed.headers.get("ETag")).toBe(publications[0]?.etag);
  const again = await readAs(path, { "If-None-Match": publications[0]?.etag ?? "" });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const listed = list.headers.get("ETag") ?? "none";
  const known = await readAs(`${RACE_ID}/publications`, { "If-None-Match": `W/${listed}` });
  expect([known.status, known.headers.get("ETag"), await known.text()]).toEqual([304, listed, ""]);
  const short = await readAs(`${RACE_ID}/publications?limit=1`);
  expect(short.headers.get("ETag")).not.toBe(listed);
  expect(await short.json()).toMatchObject({ publications: [{ n: 2 }], before: 2 });
  const rest = await readAs(`${RACE_ID}/publications?limit=1&before=2`);
  expect(await rest.json()).toMatchObject({ publications: [{ n: 1 }], before: null });
  for (const wrong of ["publications/3", "publications/0", "publications/x", "publications/1e1"])
    expect((await readAs(`${RACE_ID}/${wrong}`)).status).toBe(404);
  expect((await readAs(`${RACE_ID}/publications?limit=0`)).status).toBe(400);
});

test("a moment at which the race had been taken away has no publication to lead to", async () => {
  await simulate("2020-07-01T12:00:00Z", async (s) => {
    await s.put("race", raceJson());
    await s.pass(5000);
    const held = await s.send("delete", "race", null);
    if (held.kind !== "held") throw new Error(JSON.stringify(held));
    await approve(s.desk, RACE_ID, held.held, TERMS);
    await s.pass(5000);
    await s.put("race", raceJson());
    await s.pass(5000);
  });
  const answers = await Promise.all(["02", "07", "12"].map((s) => ask(`2020-07-01T12:00:${s}Z`)));
  expect(answers.map(({ status }) => status)).toEqual([302, 404, 302]);
  expect(await answers[1]?.json()).toMatchObject({ code: "unknown_publication" });
  expect(answers[1]?.headers.get("Cache-Control")).toBe("no-store");
});

test("readers of publications keep the writer out of it: copies answer", async () => {
  await simulate("2020-07-01T12:00:00Z", async (s) => {
    await s.put("race", raceJson());
    await s.pass(5000);
  });
  let asked = 0;
  const DESKS = new Proxy(env.DESKS, {
    get: (target, name) => {
      if (name === "get") asked += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const first = await client("first", ["read"], ["*"], { DESKS });
  const paths = ["publications", "publications/1", "?as_of=2020-07-01T12:00:02Z"].map((path) =>
    path.startsWith("?") ? RACE_ID + path : `${RACE_ID}/${path}`,
  );
  for (const path of paths) expect((await first.ask("GET", path)).status).toBeLessThan(303);
  expect(asked).toBe(3);
  for (let second = 0; second < 60; second++) {
    for (const path of paths) expect((await first.ask("GET", path)).status).toBeLessThan(303);
    const moment = `2020-07-01T12:00:${String(second).padStart(2, "0")}Z`;
    expect((await first.ask("GET", `${RACE_ID}?as_of=${moment}`)).status).toBe(302);
  }
  expect(asked).toBe(3);
  // Another isolate finds the document in the data center's cache.
  const second = await client("second", ["read"], ["*"], { DESKS });
  expect((await second.ask("GET", `${RACE_ID}/publications/1`)).status).toBe(200);
  expect(asked).toBe(3);
});

function ask(at: string): Promise<Response> {
  return readAs(`${RACE_ID}?as_of=${at}`);
}

function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString();
}

function pathOf(answer: Response): string {
  return (answer.headers.get("Location") ?? "").replace("/v1/races/", "");
}

/** The same sequence each time, so that a failure can be seen again (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
