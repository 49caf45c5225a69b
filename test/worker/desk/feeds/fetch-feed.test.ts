import { expect, test } from "vitest";
import {
  type FetchedFeed,
  fetchFeed,
  type FetchIo,
  type Validators,
} from "../../../../src/worker/desk/feeds/fetch-feed.ts";
import { feedPolicy } from "../../../../src/worker/desk/feeds/policy.ts";
import { aFeed } from "./fixtures.ts";

const policy = feedPolicy({ TOPLINE_FEED_HOSTS: "results.example.org, *.example.com" });
const source = aFeed();

/** What a server would see of one request. */
type Asked = { readonly url: string; readonly headers: Headers };

async function ask(
  answer: (asked: Asked, signal: AbortSignal) => Response | Promise<Response>,
  previous: Validators | null = null,
  changes: Partial<FetchIo> = {},
): Promise<{ readonly fetched: FetchedFeed; readonly asked: readonly Asked[] }> {
  const asked: Asked[] = [];
  const fetched = await fetchFeed(source, previous, {
    policy,
    timeoutMs: 2000,
    maxBytes: 100,
    fetch: async (url, init) => {
      const request = { url, headers: new Headers(init.headers as Record<string, string>) };
      asked.push(request);
      return answer(request, init.signal as AbortSignal);
    },
    ...changes,
  });
  return { fetched, asked };
}

const redirect = (location: string, status = 307) =>
  new Response(null, { status, headers: { Location: location } });

test("a file comes with what tells it from the next one", async () => {
  const headers = { ETag: '"v1"', "Last-Modified": "Tue, 03 Nov 2026 17:00:00 GMT" };
  const { fetched, asked } = await ask(() => new Response("a,b\n1,2\n", { headers }));
  expect(fetched).toEqual({
    kind: "changed",
    bytes: new TextEncoder().encode("a,b\n1,2\n"),
    validators: {
      etag: '"v1"',
      lastModified: "Tue, 03 Nov 2026 17:00:00 GMT",
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
    lastModified: "2026-11-03T17:00:00.000Z",
  });
  expect(asked.map(({ url }) => url)).toEqual(["https://results.example.org/detail.xml"]);
  expect(asked[0]?.headers.get("If-None-Match")).toBe(null);
});

test("the second time it is asked for only if it has changed", async () => {
  const previous = { etag: 'W/"v1"', lastModified: "Tue, 03 Nov 2026 17:00:00 GMT", digest: "0" };
  const { fetched, asked } = await ask(() => new Response(null, { status: 304 }), previous);
  expect(fetched).toEqual({ kind: "unmodified", validators: previous });
  expect(asked[0]?.headers.get("If-None-Match")).toBe('W/"v1"');
  expect(asked[0]?.headers.get("If-Modified-Since")).toBe("Tue, 03 Nov 2026 17:00:00 GMT");
});

test("a server without validators sends the same bytes, which is no change", async () => {
  const first = await ask(() => new Response("same"));
  if (first.fetched.kind !== "changed") throw new Error("the first file is new");
  const { validators } = first.fetched;
  expect((await ask(() => new Response("same"), validators)).fetched).toEqual({
    kind: "unmodified",
    validators,
  });
  expect((await ask(() => new Response("other"), validators)).fetched.kind).toBe("changed");
  const silent = await ask(() => new Response(null, { status: 304 }), validators);
  expect(silent.fetched).toMatchObject({ kind: "failed", reason: "status" });
});

test("redirects are followed to listed hosts, relative ones too", async () => {
  const { fetched, asked } = await ask(({ url }) =>
    url.endsWith("detail.xml")
      ? redirect("/moved", 302)
      : url.endsWith("/moved")
        ? redirect("https://files.example.com/x")
        : new Response("here"),
  );
  expect(fetched.kind).toBe("changed");
  expect(asked.map(({ url }) => url)).toEqual([
    "https://results.example.org/detail.xml",
    "https://results.example.org/moved",
    "https://files.example.com/x",
  ]);
});

test.each([
  ["another host", "https://evil.net/x", "evil.net is not listed in TOPLINE_FEED_HOSTS"],
  ["plain http", "http://results.example.org/", "results.example.org is not asked over https"],
  ["this machine", "https://127.0.0.1/", "127.0.0.1 is an IP address: name the host instead"],
  [
    "a cloud's metadata",
    "//169.254.169.254/",
    "169.254.169.254 is an IP address: name the host instead",
  ],
])("a redirect to %s is not followed", async (_, location, reason) => {
  const { fetched, asked } = await ask(() => redirect(location));
  expect(fetched).toEqual({
    kind: "failed",
    reason: "refused",
    message: `redirected: ${reason}`,
    retryAfterSeconds: null,
    status: null,
  });
  expect(asked).toHaveLength(1);
});

const chain = (length: number) => (asked: Asked) => {
  const n = Number(new URL(asked.url).searchParams.get("n") ?? 0);
  return n < length ? redirect(`?n=${n + 1}`) : new Response("here");
};

test("three redirects are followed, a fourth is not", async () => {
  expect((await ask(chain(3))).fetched.kind).toBe("changed");
  const { fetched, asked } = await ask(chain(4));
  expect(fetched).toMatchObject({ kind: "failed", reason: "redirects" });
  expect(asked).toHaveLength(4);
});

test("an address that isn't allowed isn't asked at all", async () => {
  const { fetched, asked } = await ask(() => new Response("x"), null, { policy: feedPolicy({}) });
  expect(fetched).toMatchObject({ kind: "failed", reason: "refused" });
  expect(asked).toEqual([]);
});

test("a file up to the limit is taken, one byte more is not, said or unsaid", async () => {
  expect((await ask(() => new Response("x".repeat(100)))).fetched.kind).toBe("changed");
  const tooLarge = { kind: "failed", reason: "too_large" };
  expect((await ask(() => new Response("x".repeat(101)))).fetched).toMatchObject(tooLarge);
  const said = new Response("x", { headers: { "Content-Length": "101" } });
  expect((await ask(() => said)).fetched).toMatchObject(tooLarge);
});

test("a file without end is let go of once it is too large", async () => {
  let pulled = 0;
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(10));
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const { fetched } = await ask(() => new Response(endless));
  expect(fetched).toMatchObject({ kind: "failed", reason: "too_large" });
  expect(pulled).toBeLessThan(20);
  expect(cancelled).toBe(true);
});

test("a body that stops in the middle is given up in time, as is a server that says nothing", async () => {
  const stuck = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(1)),
  });
  const timeout = {
    kind: "failed",
    reason: "timeout",
    message: "results.example.org took longer than 0.05 s",
  };
  const began = performance.now();
  expect((await ask(() => new Response(stuck), null, { timeoutMs: 50 })).fetched).toMatchObject(
    timeout,
  );
  const silent = await ask(
    (_, signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason as Error)),
      ),
    null,
    { timeoutMs: 50 },
  );
  expect(silent.fetched).toMatchObject(timeout);
  expect(performance.now() - began).toBeLessThan(2000);
});

test.each([
  [500, {}, null],
  [404, {}, null],
  [206, {}, null],
  [302, {}, null],
  [429, { "Retry-After": "120" }, 120],
  [403, { "Retry-After": "120" }, 120],
  [503, { "Retry-After": "120" }, 120],
  // A quota that is used up, by a server that doesn't say for how long.
  [429, {}, 60],
  [403, {}, 60],
  [503, { "Retry-After": "Tue, 03 Nov 2026 17:00:00 GMT" }, null],
])("an answer of %s is a failure that says so", async (status, headers, retryAfterSeconds) => {
  const { fetched } = await ask(() => new Response("sorry", { status, headers }));
  expect(fetched).toEqual({
    kind: "failed",
    reason: "status",
    message: `results.example.org answered ${status}`,
    retryAfterSeconds,
    status,
  });
});

test("a date until which a server wants to be left alone is as good as seconds", async () => {
  const until = new Date(Date.now() + 90_000).toUTCString();
  const { fetched } = await ask(
    () => new Response("sorry", { status: 429, headers: { "Retry-After": until } }),
  );
  const seconds = fetched.kind === "failed" ? fetched.retryAfterSeconds : null;
  expect(seconds).toBeGreaterThan(80);
  expect(seconds).toBeLessThanOrEqual(90);
});

test("a feed's headers go to its own host, and to no other that it redirects to", async () => {
  const asked: { url: string; key: string | null }[] = [];
  await fetchFeed({ url: "https://results.example.org/a", headers: { "x-api-key": "k" } }, null, {
    policy,
    timeoutMs: 2000,
    maxBytes: 100,
    fetch: (url, init) => {
      asked.push({ url, key: new Headers(init.headers).get("x-api-key") });
      if (url.endsWith("/a")) return Promise.resolve(redirect("/b"));
      return Promise.resolve(
        url.endsWith("/b") ? redirect("https://x.example.com/c") : new Response("1"),
      );
    },
  });
  expect(asked).toEqual([
    { url: "https://results.example.org/a", key: "k" },
    { url: "https://results.example.org/b", key: "k" },
    { url: "https://x.example.com/c", key: null },
  ]);
});

test("a connection that breaks is a failure that doesn't tell the address's key", async () => {
  const { fetched } = await ask(() => {
    throw new TypeError("fetch failed for https://results.example.org/?key=secret");
  });
  expect(fetched).toEqual({
    kind: "failed",
    reason: "network",
    message: "results.example.org can't be reached (TypeError)",
    retryAfterSeconds: null,
    status: null,
  });
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error("reset")),
  });
  expect((await ask(() => new Response(broken))).fetched).toMatchObject({ reason: "network" });
});
