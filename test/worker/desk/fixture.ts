import { env } from "cloudflare:workers";
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { mintToken, type TokenScope } from "../../../src/contract/desk/token.ts";
import type { RaceSourceInput } from "../../../src/race/schema/race.ts";
import type { Env } from "../../../src/worker/env.ts";
import { setPublishState } from "../../../src/worker/desk/storage/state.ts";
import { createApp } from "../../../src/worker/app.ts";
import { MemoryCache } from "../../../src/worker/store/memory-cache.ts";

export const RACE_ID = "us-xx-01-test";

/** A rehearsal race with two candidates and one source, its clock running. */
export function raceJson(change: Partial<RaceSourceInput> = {}): RaceSourceInput {
  return {
    id: RACE_ID,
    title: "TEST: First District",
    office: "TEST seat",
    jurisdiction: { name: "Testland", ocdId: "ocd-division/country:us/state:xx/cd:1" },
    timeZone: "America/New_York",
    electionDate: "2030-06-18",
    voting: { opens: "2030-06-18T07:00:00-04:00", closes: "2030-06-18T19:00:00-04:00" },
    electionType: "special",
    test: true,
    candidates: [
      { id: "a", name: "Ann Ames", shortName: "Ames", party: { code: "R", name: "Red" } },
      { id: "b", name: "Bob Byrd", shortName: "Byrd", party: { code: "B", name: "Blue" } },
    ],
    sources: [{ id: "s", name: "Source of the tests" }],
    ...change,
  };
}

/** One poll of that race; its field work ends long before any test runs. */
export function pollJson(id: string, a: number, b: number) {
  return {
    id,
    survey: id,
    pollster: `TEST Pollster ${id}`,
    field: { start: "2020-06-01", end: "2020-06-02" },
    sample: 600,
    population: "lv",
    shares: [
      { candidate: "a", share: a },
      { candidate: "b", share: b },
    ],
    source: "s",
  };
}

export type Client = {
  readonly token: string;
  /** Asks the Worker at an address below /v1/races/. */
  readonly ask: (method: string, path: string, init?: Ask) => Promise<Response>;
};
type Ask = { readonly json?: unknown; readonly body?: BodyInit; readonly headers?: HeadersInit };

/** Somebody with a token of their own, known to a Worker that is otherwise the one of wrangler.toml. */
export async function client(
  name = "desk",
  scopes: readonly TokenScope[] = ["read", "publish", "approve"],
  races: readonly string[] = ["*"],
  more: Partial<Env> = {},
): Promise<Client> {
  const minted = await mintToken({ name, scopes: [...scopes], races: [...races] }, crypto);
  if (!minted.ok) throw new Error(JSON.stringify(minted));
  const { token, binding, secret } = minted.value;
  const bindings = { ...env, ...more, [binding]: JSON.stringify(secret) };
  const app = createApp(new MemoryCache(), Date.now);
  const ask = (method: string, path: string, { json, body, headers }: Ask = {}) => {
    const sent = json === undefined ? body : JSON.stringify(json);
    const address = path === "" ? "/v1/races" : `/v1/races/${path}`;
    const request = new Request(`https://topline.test${address}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...headers },
      ...(sent !== undefined && { body: sent }),
    });
    return Promise.resolve(app.fetch(request, bindings, CONTEXT));
  };
  return { token, ask };
}

const CONTEXT = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} };

type Read = (path: string, headers?: HeadersInit) => Promise<Response>;

/** A reader of addresses below /v1/races/, at an isolate whose memory is empty at first. */
export function reader(): Read {
  const app = createApp(new MemoryCache(), Date.now);
  return (path, headers = {}) => {
    const request = new Request(`https://topline.test/v1/races/${path}`, { headers });
    return Promise.resolve(app.fetch(request, env, CONTEXT));
  };
}

/** What a reader gets who comes for the first time. */
export const readAs: Read = (path, headers) => reader()(path, headers);

export function deskStub(race = RACE_ID) {
  return env.DESKS.get(env.DESKS.idFromName(race));
}

/** Runs a desk's alarm now, if one is set. */
export function ring(race = RACE_ID): Promise<boolean> {
  return runDurableObjectAlarm(deskStub(race));
}

/** As `ring`, but as if the second that KV wants between two writes had passed. */
export async function hurry(race = RACE_ID): Promise<void> {
  await runInDurableObject(deskStub(race), (_, { storage }) => {
    setPublishState(storage.sql, { dueAt: 1 });
  });
  await ring(race);
}

/** Puts a race live that has a turnout section, as editors do. Gives its address for readers. */
export async function putLive(race = RACE_ID): Promise<string> {
  const { ask } = await client("setup");
  const bodies = {
    race: raceJson({ id: race, office: "TEST seat — naïve façade" }),
    turnout: {
      counts: [{ date: "2020-06-09", mode: "absentee_mail", ballots: 1200, source: "s" }],
    },
  };
  for (const [section, json] of Object.entries(bodies)) {
    const { status } = await ask("PUT", `${race}/desk/${section}`, { json });
    if (status !== 200) throw new Error(`${section}: ${status}`);
  }
  await hurry(race);
  return `/v1/races/${race}`;
}
