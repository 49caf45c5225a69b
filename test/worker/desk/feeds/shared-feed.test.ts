import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { feedName } from "../../../../src/worker/desk/feeds/feed-desk.ts";
import { feedPolicy } from "../../../../src/worker/desk/feeds/policy.ts";
import type { FeedAsk } from "../../../../src/worker/desk/feeds/feed-answer.ts";
import { SharedFeed } from "../../../../src/worker/desk/feeds/shared-feed.ts";
import { answer, senate } from "../../../formats/ap/fixture.ts";

afterEach(reset);

const START = Date.parse("2030-06-19T01:00:00Z");
const URL = "https://results.example.org/v3/elections/2026-11-03?level=ru";
const KEY = "TEST key: 0123456789";

type Asked = { readonly url: string; readonly key: string | null; readonly etag: string | null };

/** A shared feed on real storage, in a time that moves only when told. */
function share<R>(
  work: (s: {
    readonly ask: (change?: Partial<FeedAsk>) => ReturnType<SharedFeed["ask"]>;
    readonly asked: Asked[];
    source: (url: string) => Response | Promise<Response>;
    pass: (seconds: number) => void;
    restart: () => void;
  }) => Promise<R>,
): Promise<R> {
  const stub = env.FEEDS.get(env.FEEDS.idFromName(crypto.randomUUID()));
  return runInDurableObject(stub, (_, { storage }) => {
    let now = START;
    const asked: Asked[] = [];
    const open = () =>
      new SharedFeed({
        storage,
        now: () => now,
        fetch: async (url, init) => {
          const headers = new Headers(init.headers);
          asked.push({ url, key: headers.get("x-api-key"), etag: headers.get("If-None-Match") });
          return s.source(url);
        },
        policy: feedPolicy({ TOPLINE_FEED_HOSTS: "results.example.org" }),
        env: { TOPLINE_SECRET_AP: `${KEY}\n` },
      });
    let feed = open();
    const s = {
      ask: (change: Partial<FeedAsk> = {}) =>
        feed.ask({
          url: URL,
          headers: { "x-api-key": "TOPLINE_SECRET_AP" },
          format: "ap",
          everySeconds: 60,
          contests: [],
          taken: null,
          ...change,
        }),
      asked,
      source: (_url: string): Response | Promise<Response> => new Response(answer([senate()])),
      pass: (seconds: number) => {
        now += seconds * 1000;
      },
      restart: () => {
        feed = open();
      },
    };
    return work(s);
  });
}

const text = (given: Awaited<ReturnType<SharedFeed["ask"]>>) =>
  given.kind === "changed" ? new TextDecoder().decode(given.bytes) : given.kind;
const idsOf = (given: Awaited<ReturnType<SharedFeed["ask"]>>) =>
  JSON.parse(text(given)).races.map((race: { raceID: string }) => race.raceID);

test("thirty races that ask at once, and a while later, make one request", () =>
  share(async (s) => {
    const ids = Array.from({ length: 30 }, (_, i) => `70${String(i).padStart(2, "0")}`);
    s.source = () => new Response(answer(ids.map((id) => senate({ id }))));
    const first = await Promise.all(ids.map((id) => s.ask({ contests: [id] })));
    expect(first.map(idsOf)).toEqual(ids.map((id) => [id]));
    s.pass(30);
    await Promise.all(ids.map((id) => s.ask({ contests: [id] })));
    expect(s.asked).toHaveLength(1);
    s.pass(30);
    await Promise.all(ids.map((id) => s.ask({ contests: [id] })));
    expect(s.asked).toHaveLength(2);
    // Who names no contest of the file gets all of it.
    expect(idsOf(await s.ask())).toEqual(ids);
    expect(idsOf(await s.ask({ contests: ["nobody's"] }))).toEqual(ids);
  }));

test("the next request goes where the source says, and only what it has is new", () =>
  share(async (s) => {
    const ids = ["7001", "7002"];
    s.source = () =>
      new Response(answer(ids.map((id) => senate({ id }))), { headers: { ETag: '"1"' } });
    const taken = await Promise.all(ids.map((id) => s.ask({ contests: [id] })));
    const digests = taken.map((one) => (one.kind === "changed" ? one.digest : null));
    s.pass(60);
    const next = "https://results.example.org/v3/elections/next?minDateTime=2";
    s.source = () =>
      new Response(
        answer([senate({ id: "7002", total: { Able: 99, Baker: 50 } })], { nextrequest: next }),
      );
    const ask = (i: number) => s.ask({ contests: [ids[i] ?? ""], taken: digests[i] ?? null });
    expect((await ask(0)).kind).toBe("unmodified");
    expect(text(await ask(1))).toContain('"voteCount":99');
    s.pass(60);
    s.source = () => new Response(answer([], { nextrequest: next }));
    expect((await ask(0)).kind).toBe("unmodified");
    expect(s.asked.map(({ url }) => url)).toEqual([
      URL,
      "https://results.example.org/v3/elections/next?minDateTime=1",
      next,
    ]);
    // An ETag is of the address that gave it.
    expect(s.asked.map(({ etag }) => etag)).toEqual([null, null, null]);
    // Whoever comes late gets all contests, each as it was told last.
    expect(idsOf(await s.ask())).toEqual(ids);
    expect(text(await s.ask())).toContain('"voteCount":99');
    s.pass(60);
    s.source = () => new Response("gone", { status: 410 });
    expect((await ask(0)).kind).toBe("failed");
    s.pass(120);
    s.source = () => new Response(answer([senate()]));
    await ask(0);
    expect(s.asked.at(-1)?.url).toBe(URL);
  }));

test.each([
  ["http://results.example.org/next", "https://results.example.org/next"],
  ["/next?a=1", "https://results.example.org/next?a=1"],
  ["https://evil.example.net/next", URL],
  ["https://results.example.org@evil.example.net/", URL],
  ["https://results.example.org:8443/next", URL],
  ["javascript:alert(1)", URL],
  ["", `${URL}`],
])("a next request to %s asks %s", (nextrequest, expected) =>
  share(async (s) => {
    s.source = () => new Response(answer([senate()], { nextrequest }));
    await s.ask();
    s.pass(60);
    await s.ask();
    expect(s.asked.at(-1)).toEqual({ url: expected, key: KEY, etag: null });
  }),
);

test("without next requests an ETag saves the file, and its absence the same bytes", () =>
  share(async (s) => {
    const file = () => new Response("a,b\n1,2\n", { headers: { ETag: '"v1"' } });
    s.source = file;
    const first = await s.ask({ format: "csv" });
    expect(text(first)).toBe("a,b\n1,2\n");
    s.pass(60);
    s.source = () => new Response(null, { status: 304 });
    const taken = first.kind === "changed" ? first.digest : null;
    expect(await s.ask({ format: "csv", taken })).toMatchObject({ kind: "unmodified" });
    expect(s.asked.at(-1)?.etag).toBe('"v1"');
    expect(text(await s.ask({ format: "csv" }))).toBe("a,b\n1,2\n");
  }));

test("a quota that is used up is everybody's: nobody asks before its time", () =>
  share(async (s) => {
    const first = await s.ask({ contests: ["7001"] });
    const taken = first.kind === "changed" ? first.digest : null;
    s.pass(60);
    s.source = () => new Response("over quota", { status: 403, headers: { "Retry-After": "600" } });
    const refused = await s.ask({ taken });
    expect(refused).toEqual({
      kind: "failed",
      message: "results.example.org answered 403",
      retryAfterSeconds: 600,
    });
    s.pass(300);
    expect(await s.ask({ taken })).toMatchObject({ kind: "failed", retryAfterSeconds: 300 });
    // A race that comes new meanwhile has what there was.
    expect((await s.ask()).kind).toBe("changed");
    expect(s.asked).toHaveLength(2);
    s.source = () => new Response(answer([senate()]));
    s.pass(301);
    expect((await s.ask({ contests: ["7001"], taken })).kind).not.toBe("failed");
    expect(s.asked).toHaveLength(3);
  }));

test("a key goes into the request and nowhere else; one that isn't set is named", () =>
  share(async (s) => {
    s.source = () => {
      throw new TypeError(`fetch failed: ${KEY}`);
    };
    const failed = await s.ask();
    expect(JSON.stringify(failed)).not.toContain(KEY);
    expect(s.asked).toMatchObject([{ key: KEY }]);
    s.pass(3600);
    const unset = await s.ask({ headers: { "x-api-key": "TOPLINE_SECRET_OTHER" } });
    expect(unset).toMatchObject({
      kind: "failed",
      message: expect.stringContaining("TOPLINE_SECRET_OTHER isn't set"),
    });
    expect(s.asked).toHaveLength(1);
  }));

test("a restart in the middle of a request stops nothing, and what was kept stays", () =>
  share(async (s) => {
    const first = await s.ask();
    s.pass(60);
    s.source = () => new Promise(() => {});
    void s.ask();
    await new Promise((done) => setTimeout(done));
    s.restart();
    s.source = () => new Response(answer([senate({ total: { Able: 61, Baker: 50 } })]));
    const taken = first.kind === "changed" ? first.digest : null;
    expect(text(await s.ask({ taken }))).toContain('"voteCount":61');
  }));

test("an answer that can't be read changes nothing, and the next one is asked for whole", () =>
  share(async (s) => {
    const first = await s.ask();
    const taken = first.kind === "changed" ? first.digest : null;
    s.pass(60);
    s.source = () => new Response('{"electionDate":"2026-11-03","races":[');
    expect(await s.ask({ taken })).toMatchObject({
      kind: "failed",
      message: expect.stringContaining("not valid JSON"),
    });
    expect(idsOf(await s.ask())).toEqual(["7001"]);
    s.pass(120);
    s.source = () => new Response(answer([senate()]));
    await s.ask({ taken });
    expect(s.asked.at(-1)?.url).toBe(URL);
  }));

test("addresses, formats and secrets make feeds apart; a header's case doesn't", () => {
  const feed = { url: URL, format: "ap", headers: { "x-api-key": "TOPLINE_SECRET_AP" } };
  const same = feedName({ ...feed, headers: { "X-API-Key": "TOPLINE_SECRET_AP" } });
  expect(same).toBe(feedName(feed));
  const others = [{ url: `${URL}&a` }, { format: "json" }, { headers: {} }].map((change) =>
    feedName({ ...feed, ...change }),
  );
  expect(new Set([same, ...others]).size).toBe(4);
});
