import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { unstable_startWorker } from "wrangler";

const FILE = "area,candidate,votes\nTest,a,1\n";
const MAX_BYTES = 100_000;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A source on this machine, with the ways in which real ones fail. */
const ANSWERS: { readonly [path: string]: Answer } = {
  "/tagged": (request, response) => {
    const known = request.headers["if-none-match"] === '"v1"';
    response.writeHead(known ? 304 : 200, { ETag: '"v1"' }).end(known ? undefined : FILE);
  },
  "/plain": (_, response) => response.end(FILE),
  "/moved": (_, response) => response.writeHead(307, { Location: "/plain" }).end(),
  "/away": (_, response) => response.writeHead(302, { Location: "http://127.0.0.1:1/" }).end(),
  "/loop": (_, response) => response.writeHead(302, { Location: "/loop" }).end(),
  "/busy": (_, response) => response.writeHead(429, { "Retry-After": "30" }).end(),
  "/silent": () => undefined,
  "/trickle": (_, response) => {
    const timer = setInterval(() => response.write("x"), 50);
    response.on("close", () => clearInterval(timer));
  },
  "/broken": (_, response) => {
    response.writeHead(200, { "Content-Length": "1000" }).write("x");
    setTimeout(() => response.destroy(), 50);
  },
  "/bomb": (_, response) =>
    response
      .writeHead(200, { "Content-Encoding": "gzip" })
      .end(gzipSync(Buffer.alloc(50 * 1024 * 1024))),
};

const served = new Map<string, number>();
const source = createServer((request, response) => {
  const path = request.url ?? "";
  served.set(path, (served.get(path) ?? 0) + 1);
  ANSWERS[path]?.(request, response);
});
await new Promise<void>((resolve) => void source.listen(0, "127.0.0.1", resolve));
const host = `127.0.0.1:${(source.address() as AddressInfo).port}`;

process.env["WRANGLER_SEND_METRICS"] = "false";
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
const worker = await unstable_startWorker({
  config: `${import.meta.dirname}/probe.toml`,
  bindings: { TOPLINE_FEED_DEV_HOST: { type: "plain_text", value: host } },
  dev: {
    server: { hostname: "127.0.0.1", port: 0 },
    inspector: false,
    watch: false,
    persist: false,
    logLevel: "error",
  },
});

afterAll(async () => {
  await worker.dispose();
  source.closeAllConnections();
  source.close();
});

async function ask(path: string, previous: unknown = null, timeoutMs = 5000) {
  const job = { url: `http://${host}${path}`, previous, timeoutMs, maxBytes: MAX_BYTES };
  const response = await worker.fetch("http://probe.test/", {
    method: "POST",
    body: JSON.stringify(job),
  });
  return (await response.json()) as { kind: string; validators?: unknown };
}

test("a source with a tag sends its file once", async () => {
  const first = await ask("/tagged");
  expect(first).toMatchObject({ kind: "changed", bytes: FILE });
  expect(await ask("/tagged", first.validators)).toEqual({
    kind: "unmodified",
    validators: first.validators,
  });
});

test("a source without one sends the same bytes, which is no change", async () => {
  const { validators } = await ask("/plain");
  expect(await ask("/plain", validators)).toEqual({ kind: "unmodified", validators });
});

test("a redirect on the same host is followed, one to another port and a loop are not", async () => {
  expect(await ask("/moved")).toMatchObject({ kind: "changed", bytes: FILE });
  expect(await ask("/away")).toMatchObject({ reason: "refused" });
  expect(await ask("/loop")).toMatchObject({ reason: "redirects" });
  expect(served.get("/loop")).toBe(4);
});

test("a source that is busy, silent, slow or broken is a failure within its time", async () => {
  expect(await ask("/busy")).toMatchObject({ reason: "status", retryAfterSeconds: 30 });
  const began = performance.now();
  expect(await ask("/silent", null, 300)).toMatchObject({ reason: "timeout" });
  expect(await ask("/trickle", null, 300)).toMatchObject({ reason: "timeout" });
  expect(await ask("/broken")).toMatchObject({ reason: "network" });
  expect(performance.now() - began).toBeLessThan(5000);
});

test("a small file that unpacks to a large one is let go of", async () => {
  expect(await ask("/bomb")).toMatchObject({ kind: "failed", reason: "too_large" });
});
