import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { askForRace } from "../../src/widget/client.ts";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function ask(answer: RequestListener, request = new AbortController()) {
  server = createServer(answer);
  await new Promise<void>((listening) => server?.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return askForRace(`http://127.0.0.1:${port}/v1/races/a-race`, { refresh: false, request });
}

const body = JSON.stringify({ schema: 1, id: "a-race", next: 15 });

test("a race comes with its ETag and the server's clock", async () => {
  const answer = await ask((_, response) =>
    response
      .setHeader("ETag", '"abc"')
      .setHeader("Date", "Tue, 20 Jun 2017 11:00:00 GMT")
      .setHeader("Age", "30")
      .end(body),
  );
  expect(answer).toEqual({
    kind: "race",
    race: { schema: 1, id: "a-race", next: 15 },
    etag: '"abc"',
    staleSeconds: null,
    nextSeconds: null,
    serverNow: Date.parse("2017-06-20T11:00:30Z"),
  });
});

test("the server's own staleness and the operator's rhythm are read from the headers", async () => {
  const answer = await ask((_, response) =>
    response.setHeader("Topline-Stale", "120").setHeader("Topline-Next", "0").end(body),
  );
  expect(answer).toMatchObject({ kind: "race", staleSeconds: 120, nextSeconds: 0 });
});

test("headers that aren't whole seconds are passed over", async () => {
  const answer = await ask((_, response) =>
    response.setHeader("Topline-Stale", "-5").setHeader("Topline-Next", "soon").end(body),
  );
  expect(answer).toMatchObject({ kind: "race", staleSeconds: null, nextSeconds: null });
});

test("404 is a race that doesn't exist", async () => {
  const answer = await ask((_, response) => response.writeHead(404).end("{}"));
  expect(answer).toEqual({ kind: "unknown" });
});

test("an overloaded server says when to come back, in seconds", async () => {
  const answer = await ask((_, response) => response.writeHead(503, { "Retry-After": "90" }).end());
  expect(answer).toEqual({ kind: "failed", retryAfterSeconds: 90 });
});

test.each([
  ["a login page", "<!doctype html>"],
  ["half a document", body.slice(0, 20)],
  ["nothing", ""],
  ["null", "null"],
  ["a document of another version", '{"schema":2}'],
])("%s in place of the document is a failure", async (_, text) => {
  const answer = await ask((__, response) => response.end(text));
  expect(answer).toEqual({ kind: "failed", retryAfterSeconds: null });
});

test("a broken connection is a failure", async () => {
  const answer = await ask((_, response) => response.destroy());
  expect(answer).toEqual({ kind: "failed", retryAfterSeconds: null });
});

test("a card that leaves ends its request", async () => {
  const leaving = new AbortController();
  let closed = false;
  const answer = await ask((request) => {
    request.socket.on("close", () => (closed = true));
    leaving.abort();
  }, leaving);
  expect(answer).toEqual({ kind: "failed", retryAfterSeconds: null });
  await expect.poll(() => closed).toBe(true);
});
