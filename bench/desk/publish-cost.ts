import { setTimeout as wait } from "node:timers/promises";
import { DeskView, mint, raceJson } from "./desk-view.ts";
import { MortalWorker } from "./mortal-worker.ts";

/**
 * node bench/desk/publish-cost.ts
 *
 * What a push and its publication cost as a race grows from 10 to 10,000 polls, and what reading
 * the race costs then. Times are of this machine; the growth is what counts: linear or better for
 * writing, flat for reading.
 */
const SIZES = [10, 100, 1000, 10_000];
const ROUNDS = 5;
const READS = 200;
const DAY_MS = 86_400_000;
const PUSH_LIMIT_MS = 10_000;

type Row = {
  readonly polls: number;
  readonly bodyBytes: number;
  /** From sending the file until it is acknowledged. */
  readonly pushMs: number;
  /** From then until the store has it all. */
  readonly publishMs: number;
  readonly documentBytes: number;
  readonly readMs: number;
};

const { token, binding, secret } = await mint("bench");
const worker = await MortalWorker.create({ [binding]: secret });
const rows: Row[] = [];
try {
  await worker.start();
  for (const polls of SIZES) rows.push(await measure(polls));
} finally {
  await worker.remove();
}
console.table(rows);
const [smallest, largest] = [rows.at(0), rows.at(-1)];
if (!smallest || !largest) throw new Error("nothing was measured");
const growth = (key: "pushMs" | "publishMs" | "readMs" | "documentBytes") =>
  Number((largest[key] / smallest[key]).toFixed(2));
console.log("from 10 to 10,000 polls, 1,000 times as many:", {
  push: growth("pushMs"),
  publish: growth("publishMs"),
  read: growth("readMs"),
  document: growth("documentBytes"),
});
process.exitCode = largest.pushMs < PUSH_LIMIT_MS ? 0 : 1;

async function measure(polls: number): Promise<Row> {
  const race = `us-xx-01-size-${polls}`;
  const desk = new DeskView(worker.origin, token, race);
  await desk.put("race", raceJson(race));
  const pushes: number[] = [];
  const publications: number[] = [];
  let bodyBytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const body = { polls: Array.from({ length: polls }, (_, i) => pollJson(i, polls, round)) };
    bodyBytes = JSON.stringify(body).length;
    // A new second, so that the interval between two writes to KV isn't measured.
    await wait(1100);
    const start = performance.now();
    await desk.put("polls", body);
    pushes.push(performance.now() - start);
    if (!(await desk.publishes())) throw new Error(`${race} wasn't published`);
    publications.push(performance.now() - start - (pushes.at(-1) ?? 0));
  }
  const document = `${worker.origin}/v1/races/${race}`;
  const documentBytes = (await (await fetch(document)).arrayBuffer()).byteLength;
  const reads: number[] = [];
  for (let i = 0; i < READS; i++) {
    const start = performance.now();
    await (await fetch(document)).arrayBuffer();
    reads.push(performance.now() - start);
  }
  return {
    polls,
    bodyBytes,
    pushMs: rounded(median(pushes)),
    publishMs: rounded(median(publications)),
    documentBytes,
    readMs: rounded(median(reads)),
  };
}

/** Polls spread over the 300 days before the election, by 40 pollsters. */
function pollJson(i: number, of: number, round: number) {
  const middle = new Date(Date.UTC(2026, 9, 1) - Math.floor((i * 300) / of) * DAY_MS);
  return {
    id: `p${i}`,
    survey: `p${i}`,
    pollster: `TEST Pollster ${i % 40}`,
    field: { middle: middle.toISOString().slice(0, 10) },
    sample: 600 + (i % 400),
    population: "lv",
    shares: [{ candidate: "a", share: 40 + ((i + round) % 90) / 10 }],
    source: "s",
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function rounded(ms: number): number {
  return Number(ms.toFixed(2));
}
