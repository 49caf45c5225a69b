import { join } from "node:path";
import { importBundled } from "../../scripts/bundle.ts";
import { readRaceFolder } from "../../src/cli/folder/race-folder.ts";
import { compileRace } from "../../src/race/compile/compile-race.ts";
import type * as parts from "../../src/worker/store/publication-parts.ts";
import { Client } from "./client.ts";
import { startServer } from "./server.ts";

// Requests per second of the demo race's document from a warm isolate, all headers included,
// against a Worker that answers the same bytes and does nothing else. Fails below the budget.
const BUDGET = 0.8;
const ROUNDS = 5;
/** Within a round the contenders take turns, so that what else the machine does hits all alike. */
const TURNS = 10;
const TURN_MS = 200;
const WARM_UP_MS = 1_000;
const CONNECTIONS = 64;
const RACE_FOLDER = join(import.meta.dirname, "../../races/us-ga-06-2017-runoff");
const PARTS = join(import.meta.dirname, "../../src/worker/store/publication-parts.ts");
const NOW = "2017-06-20T07:00:00-04:00";

const race = await publishedRace();
const { etag } = race;
const path = `/v1/races/${race.key.slice("race:".length)}`;
const server = await startServer(race);
const bare = await Client.open(server.ports.bare, CONNECTIONS);
const topline = await Client.open(server.ports.topline, CONNECTIONS);
const contenders = {
  bare: { client: bare, request: get("/"), status: 200 },
  document: { client: topline, request: get(path), status: 200 },
  unchanged: { client: topline, request: get(path, `If-None-Match: ${etag}\r\n`), status: 304 },
} as const;
type Name = keyof typeof contenders;
const names = Object.keys(contenders) as Name[];

/** Requests per second, by round. */
const rates: Record<Name, number[]> = { bare: [], document: [], unchanged: [] };
try {
  for (const name of names) await take(name, WARM_UP_MS);
  const before = process.cpuUsage();
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round++) await playRound();
  const { user, system } = process.cpuUsage(before);
  report((user + system) / 1000 / (performance.now() - start));
} finally {
  bare.close();
  topline.close();
  await server.close();
}

async function playRound(): Promise<void> {
  const sums: Record<Name, number> = { bare: 0, document: 0, unchanged: 0 };
  for (let turn = 0; turn < TURNS; turn++) {
    const order = turn % 2 === 0 ? names : names.toReversed();
    for (const name of order) sums[name] += await take(name, TURN_MS);
  }
  for (const name of names) rates[name].push(sums[name] / TURNS);
}

function take(name: Name, milliseconds: number): Promise<number> {
  const { client, request, status } = contenders[name];
  return client.run({ request, status, milliseconds });
}

/** @param clientLoad share of one core that the client took: near 1 it is measuring itself */
function report(clientLoad: number): void {
  console.log(`${race.bytes.byteLength} bytes, ${CONNECTIONS} connections, ${ROUNDS} rounds`);
  for (const name of names) {
    const ratios = rates[name].map((rate, round) => rate / (rates.bare[round] ?? NaN));
    const rounds = ratios.map((ratio) => ratio.toFixed(2)).join(" ");
    const rate = median(rates[name]).toFixed(0).padStart(6);
    console.log(`${name.padEnd(9)} ${rate}/s  ${median(ratios).toFixed(2)} × bare  (${rounds})`);
  }
  console.log(`the client took ${(clientLoad * 100).toFixed(0)} % of a core`);
  const ratio = median(rates.document.map((rate, round) => rate / (rates.bare[round] ?? NaN)));
  if (ratio < BUDGET) {
    console.error(`the document's ratio ${ratio.toFixed(2)} is below its budget of ${BUDGET}`);
    process.exitCode = 1;
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** A request with the headers that a card's browser sends. */
function get(address: string, more = ""): Buffer {
  return Buffer.from(
    `GET ${address} HTTP/1.1\r\nHost: topline.test\r\nOrigin: https://paper.test\r\nAccept: */*\r\n${more}\r\n`,
  );
}

/** The demo race's document as publishing would put it into KV. */
async function publishedRace(): Promise<parts.PublicationPart> {
  // Behind it are the cards, whose JSX Node doesn't read.
  const { publicationParts } = await importBundled<typeof parts>(PARTS);
  const folder = await readRaceFolder(RACE_FOLDER);
  if (!folder.ok) throw new Error(JSON.stringify(folder.faults));
  const data = folder.value;
  const stamp = { publication: 1, updatedAt: NOW, revision: 1 };
  const document = (await publicationParts(compileRace(data, { now: NOW, ...stamp }), {})).at(-1);
  if (document === undefined) throw new Error("nothing to publish");
  return document;
}
