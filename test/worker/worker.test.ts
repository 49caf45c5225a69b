import { exports } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { putLive } from "./desk/fixture.ts";
import { openApp } from "./harness.ts";

/** The Worker's memory outlasts a test's file, so no other has this race. */
const RACE_ID = "us-xx-01-in-memory";
const ADDRESS = `/v1/races/${RACE_ID}`;

beforeAll(async () => {
  await putLive(RACE_ID);
});

function fetchWorker(path: string, init?: RequestInit): Promise<Response> {
  return exports.default.fetch(new Request(`https://topline.test${path}`, init));
}

test("the short way from memory gives what the app gives", async () => {
  await fetchWorker(ADDRESS);
  const { ask } = openApp();
  const etag = (await ask(ADDRESS)).headers.get("ETag")!;
  for (const init of [{}, { headers: { "If-None-Match": `W/${etag}` } }]) {
    const [short, long] = await Promise.all([fetchWorker(ADDRESS, init), ask(ADDRESS, init)]);
    expect(short.status).toBe(long.status);
    expect([...short.headers]).toEqual([...long.headers]);
    expect(await short.text()).toBe(await long.text());
  }
});

test.each(["?as_of=2030-06-19T12:00:00Z", "?", "/", "%20", "#part"])(
  "an address that only starts like a held race's is the app's: %s",
  async (rest) => {
    await fetchWorker(ADDRESS);
    const [worker, app] = await Promise.all([
      fetchWorker(ADDRESS + rest),
      openApp().ask(ADDRESS + rest),
    ]);
    expect(worker.status).toBe(app.status);
    expect(await worker.text()).toBe(await app.text());
  },
);

test("no address reaches another thing that is held in memory", async () => {
  await fetchWorker("/v1/races");
  await fetchWorker(`${ADDRESS}/turnout`);
  for (const path of ["/v1/races/", "/v1/races/races", `/v1/races/${RACE_ID}:turnout`]) {
    expect((await fetchWorker(path)).status).not.toBe(200);
  }
  expect((await fetchWorker(`/anything${ADDRESS}`)).status).toBe(404);
});

test("HEAD says what GET says", async () => {
  for (const path of [ADDRESS, `${ADDRESS}/turnout.csv`, "/v1/races", "/v1/races/nowhere"]) {
    const get = await fetchWorker(path);
    const head = await fetchWorker(path, { method: "HEAD" });
    expect(head.status).toBe(get.status);
    expect([...head.headers]).toEqual([...get.headers]);
  }
});
