import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DeskView, mint, raceJson } from "../../bench/desk/desk-view.ts";
import { freePort } from "../../scripts/free-port.ts";
import { type LocalWorker, startLocalWorker } from "../../scripts/local-worker.ts";

const RACE = "us-xx-01-feed";
const FIRST_PORT = 8950;

/** An election office: one file that changes, and who asked for it. */
const office = createServer((request, response) => {
  asked.push({ path: request.url ?? "", since: request.headers["if-none-match"] ?? null });
  if (request.headers["if-none-match"] === '"first"') response.writeHead(304).end();
  else response.writeHead(200, { ETag: '"first"' }).end(FILE);
});
const asked: { path: string; since: string | null }[] = [];
const FILE = [
  "round,area,measure,candidate,mode,value,as_of,source",
  "1,total,votes,a,unspecified,1234,2020-06-16T21:00:00-04:00,s",
].join("\n");

let folder: string;
let worker: LocalWorker;
let origin: string;
let desk: DeskView;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "topline-feed-"));
  await new Promise<void>((resolve) => office.listen(0, "127.0.0.1", resolve));
  const { port: officePort } = office.address() as AddressInfo;
  const port = await freePort(FIRST_PORT, "the Worker");
  const { token, binding, secret } = await mint("editor");
  const vars = { [binding]: secret, TOPLINE_FEED_DEV_HOST: `127.0.0.1:${officePort}` };
  worker = await startLocalWorker({ port, persist: folder, vars });
  origin = `http://127.0.0.1:${port}`;
  desk = new DeskView(origin, token, RACE);
  const feed = {
    id: "count",
    section: "results",
    url: `http://127.0.0.1:${officePort}/count.csv`,
    format: "csv",
    everySeconds: 30,
  };
  const voting = { opens: "2020-06-16T07:00:00-04:00", closes: "2020-06-16T19:00:00-04:00" };
  await desk.put("race", { ...raceJson(RACE), electionDate: "2020-06-16", voting, feeds: [feed] });
});

afterAll(async () => {
  await worker.dispose();
  office.close();
  await rm(folder, { recursive: true, force: true });
});

test("a race that names a feed fills itself, without anybody asking its desk again", async () => {
  await expect
    .poll(
      async () => (await (await fetch(`${origin}/v1/races/${RACE}/results`)).json()) as object,
      {
        timeout: 30_000,
        interval: 500,
      },
    )
    .toMatchObject({ results: { rounds: [{ votes: 1234 }] } });
  expect(asked).toEqual([{ path: "/count.csv", since: null }]);
  const history = await desk.history();
  expect(history.map(({ author }) => author)).toEqual(["editor", "feed:count"]);
});
