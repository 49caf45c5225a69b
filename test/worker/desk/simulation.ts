import { env } from "cloudflare:workers";
import { runInDurableObject } from "cloudflare:test";
import type { SourceName } from "../../../src/race/check.ts";
import { runDue } from "../../../src/worker/desk/alarm.ts";
import { compileRace } from "../../../src/race/compile/compile-race.ts";
import { checkAlarm, type Desk, type DeskIo } from "../../../src/worker/desk/desk.ts";
import { CompiledRaces } from "../../../src/worker/desk/publishing/compiled-races.ts";
import { openDoor } from "../../../src/worker/desk/door.ts";
import type { Outcome } from "../../../src/worker/desk/writes/outcome.ts";
import { SharedFeed } from "../../../src/worker/desk/feeds/shared-feed.ts";
import { type FeedSettings, feedPolicy } from "../../../src/worker/desk/feeds/policy.ts";
import { OWN_JSON } from "../../../src/worker/desk/writes/read-body.ts";
import type { ChangeRequest, Terms } from "../../../src/worker/desk/writes/terms.ts";
import { change } from "../../../src/worker/desk/writes/write.ts";
import { deskStub, RACE_ID } from "./fixture.ts";

export const TERMS: Terms = {
  author: "tester",
  ifMatch: null,
  mustBeNew: false,
  note: null,
  correction: null,
  dryRun: false,
  idempotency: null,
};

/** A desk on real storage and real KV, in a time that moves only when told. */
export type Simulation = {
  readonly desk: Desk;
  readonly now: () => number;
  /** When the runtime would wake the desk. */
  readonly alarmAt: () => number | null;
  /** Lets time pass, waking the desk whenever its alarm is due. */
  readonly pass: (ms: number) => Promise<void>;
  /** Ends the desk's process and starts another on the same storage; its alarm stays. */
  readonly restart: () => Promise<void>;
  /** Sets the machine's clock, without waking anybody. */
  readonly setClock: (time: string) => void;
  /** Wakes the desk now, as the runtime does with an alarm that was set before. */
  readonly wake: () => Promise<void>;
  readonly put: (section: SourceName, body: unknown, terms?: Partial<Terms>) => Promise<Outcome>;
  readonly send: (
    action: ChangeRequest["action"],
    section: SourceName,
    body: unknown,
    terms?: Partial<Terms>,
  ) => Promise<Outcome>;
  /** KV refuses to write while this is true. */
  failing: boolean;
  /** Whether KV takes a write of this key and doesn't answer. */
  hangs: (key: string) => boolean;
  /** The writes that it took so: each carries one out, late, whether its desk hears of it or not. */
  readonly hung: ((heard: boolean) => Promise<void>)[];
  /** How long KV takes for one write. */
  putMs: number;
  /** Time stands still until every source has answered, unless this is false. */
  waitsForFeeds: boolean;
  /** Called after KV has taken a write, before the desk hears of it. */
  afterPut: (key: string, value: Uint8Array) => void;
  /** Keys in the order in which KV took them. */
  readonly puts: { readonly key: string; readonly at: number }[];
  /** What the sources of feeds answer. */
  source: (url: string, init: RequestInit) => Promise<Response>;
  /** How often the race was computed. */
  compiled: number;
  /** Failures that the operator was told of. */
  readonly reports: unknown[];
};

/** Runs `work` inside the race's Durable Object, beside the object's own instance. */
export function simulate<R>(
  start: string,
  work: (simulation: Simulation) => Promise<R>,
  race = RACE_ID,
  settings: FeedSettings & Readonly<Record<string, string>> = {},
): Promise<R> {
  return runInDurableObject(deskStub(race), (_, { storage }) => {
    let now = Date.parse(start);
    let alarm: number | null = null;
    const reports: unknown[] = [];
    const puts: { key: string; at: number }[] = [];
    const kv: DeskIo["kv"] = {
      list: (options) => env.RACES.list(options),
      put: async (key, value, options) => {
        if (simulation.failing) throw new Error("KV is down");
        if (simulation.hangs(key)) {
          queueMicrotask(expire);
          const { promise, resolve } = Promise.withResolvers<void>();
          simulation.hung.push(async (heard) => {
            await env.RACES.put(key, value, options);
            if (heard) resolve();
            await new Promise((done) => setTimeout(done));
          });
          return promise;
        }
        await env.RACES.put(key, value, options);
        now += simulation.putMs;
        puts.push({ key, at: now });
        simulation.afterPut(key, value);
      },
      delete: async (key) => {
        if (simulation.failing) throw new Error("KV is down");
        await env.RACES.delete(key);
      },
    };
    // Whoever waits for something that hangs sees the time pass.
    const timers = new Set<{ readonly ms: number; readonly call: () => void }>();
    const expire = () => {
      for (const { ms, call } of timers) {
        now += ms;
        call();
      }
    };
    const compiled = new CompiledRaces((...known) => {
      simulation.compiled += 1;
      return compileRace(...known);
    });
    const policy = feedPolicy({ TOPLINE_FEED_HOSTS: "results.example.org", ...settings });
    let shared: SharedFeed | null = null;
    const io: DeskIo = {
      storage: {
        sql: storage.sql,
        transactionSync: (closure) => storage.transactionSync(closure),
        setAlarm: (at) => {
          alarm = Number(at);
          return Promise.resolve();
        },
        deleteAlarm: () => {
          alarm = null;
          return Promise.resolve();
        },
      },
      kv,
      now: () => now,
      timer: (ms, call) => {
        const timer = { ms, call };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      report: (error) => reports.push(error),
      // The desk of the feed, on the same storage.
      askFeed: (wanted) =>
        (shared ??= new SharedFeed({
          storage,
          now: () => now,
          fetch: (url, init) => simulation.source(url, init),
          policy,
          env: settings,
        })).ask(wanted),
      feedPolicy: policy,
    };
    let door = openDoor(io, compiled);
    const wake = async (until: number) => {
      while (alarm !== null && alarm <= until) {
        now = Math.max(now, alarm);
        alarm = null;
        await runDue(simulation.desk);
        if (simulation.waitsForFeeds) await simulation.desk.fetching;
      }
    };
    const send: Simulation["send"] = (action, section, body, terms = {}) => {
      const file = new TextEncoder().encode(body === null ? "" : JSON.stringify(body));
      return change(
        door,
        { race, section, action, file, reading: OWN_JSON },
        { ...TERMS, ...terms },
      );
    };
    const simulation: Simulation = {
      get desk() {
        const desk = door.desk();
        if (desk === null) throw new Error("nothing has been put yet");
        return desk;
      },
      now: () => now,
      alarmAt: () => alarm,
      pass: async (ms) => {
        const end = now + ms;
        await wake(end);
        now = end;
      },
      restart: async () => {
        shared = null;
        door = openDoor({ ...io }, compiled);
        await checkAlarm(simulation.desk, alarm);
      },
      setClock: (time) => {
        now = Date.parse(time);
      },
      wake: () => runDue(simulation.desk),
      put: (section, body, terms) => send("put", section, body, terms),
      send,
      failing: false,
      hangs: () => false,
      hung: [],
      putMs: 0,
      waitsForFeeds: true,
      afterPut: () => undefined,
      source: () => Promise.reject(new Error("there is no such host")),
      puts,
      compiled: 0,
      reports,
    };
    return work(simulation);
  });
}

/** What KV holds for readers now; null when there is no such race. */
export async function inKv(race = RACE_ID) {
  const { value, metadata } = await env.RACES.getWithMetadata(`race:${race}`, "text");
  return value === null ? null : { text: value, document: JSON.parse(value), metadata };
}
