import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { startBuiltWorker } from "../fuzz/built-worker.ts";
import { mint, raceJson } from "./desk-view.ts";
import { MortalWorker } from "./mortal-worker.ts";

/**
 * node bench/desk/outages.ts
 *
 * What used to stop a race quietly, on a Worker of its own: a section that KV can't take, keys that
 * KV has lost, a KV that is empty, and a kill in the middle of a feed's fetch. Exits with 1 if one
 * of them still does. Writes that hang and a rollback can't be made from outside; they are
 * `test/worker/desk/publishing/hung-writes.test.ts` and `test/worker/desk/rollback.test.ts`.
 */
const RACE = "us-xx-01-outage";
const CLOSED = {
  electionDate: "2020-06-18",
  voting: { opens: "2020-06-18T07:00:00-04:00", closes: "2020-06-18T19:00:00-04:00" },
} as const;
const ROWS = 130_000;
const FEED_SECONDS = 30;
const PATIENCE_MS = 90_000;

const { token, binding, secret } = await mint("outages", ["read", "publish", "approve"]);
const HEADERS = { Authorization: `Bearer ${token}` };
const COUNT = { date: "2020-06-10", mode: "unspecified", ballots: 50, source: "s" };
const rows: { readonly outage: string; readonly well: boolean; readonly seen: string }[] = [];
await onBuiltWorker();
await onKilledWorker();
console.table(rows);
process.exitCode = rows.every(({ well }) => well) ? 0 : 1;

async function onBuiltWorker(): Promise<void> {
  const worker = await startBuiltWorker({ [binding]: secret });
  const desk = asking(worker.origin);
  try {
    await desk("PUT", "/race", JSON.stringify({ ...raceJson(RACE), ...CLOSED }));
    await desk("PUT", "/turnout", JSON.stringify({ counts: [COUNT] }));
    await until(async () => !(await summary(desk)).publishing.pending);

    const refused = await desk("PUT", "/results", tableOf(ROWS), "text/csv");
    const { errors = [] } = (await refused.json()) as { errors?: { message: string }[] };
    const { publishing } = await summary(desk);
    rows.push({
      outage: `${ROWS} rows`,
      well: refused.status === 422 && publishing.failures === 0 && publishing.behind === 0,
      seen: `${refused.status} ${errors[0]?.message ?? ""}`.slice(0, 100),
    });

    const kv = await worker.kv();
    const keys = await kv.list();
    for (const [outage, lost] of [
      ["lost section keys", keys.filter((key) => key.startsWith("section:"))],
      ["emptied KV", keys],
    ] as const) {
      for (const key of lost) await kv.remove(key);
      const found = (await (await desk("GET", "/stored")).json()) as { missing: string[] };
      const all = await fetch(`${worker.origin}/v1/desks`, { headers: HEADERS });
      const { desks } = (await all.json()) as { desks: { race: string }[] };
      await desk("POST", "/republish");
      const mended = await until(async () => (await kv.list()).length === keys.length);
      rows.push({
        outage,
        well: mended && found.missing.length === lost.length && desks[0]?.race === RACE,
        seen: `${found.missing.length} of ${lost.length} keys named, ${mended ? "all" : "not all"} back`,
      });
    }
  } finally {
    await worker.end();
  }
}

async function onKilledWorker(): Promise<void> {
  let asked = 0;
  const source = createServer(() => {
    // Nobody ever gets an answer: the desk waits, and is killed meanwhile.
    asked += 1;
  });
  await new Promise<void>((listening) => source.listen(0, "127.0.0.1", listening));
  const host = `127.0.0.1:${(source.address() as AddressInfo).port}`;
  const worker = await MortalWorker.create({ [binding]: secret, TOPLINE_FEED_DEV_HOST: host });
  try {
    await worker.start();
    const feed = {
      id: "count",
      section: "results",
      url: `http://${host}/count.csv`,
      format: "csv",
      everySeconds: FEED_SECONDS,
    };
    const race = { ...raceJson(RACE), ...CLOSED, feeds: [feed] };
    await asking(worker.origin)("PUT", "/race", JSON.stringify(race));
    const begun = await until(() => Promise.resolve(asked > 0));
    await worker.kill();
    const before = asked;
    await worker.start();
    // Nobody asks the desk anything: its alarm alone brings it back.
    const again = await until(() => Promise.resolve(asked > before));
    rows.push({
      outage: "kill during a fetch",
      well: begun && again,
      seen: again ? "asked again by itself" : `not asked again in ${PATIENCE_MS / 1000} s`,
    });
  } finally {
    await worker.remove();
    source.closeAllConnections();
    source.close();
  }
}

type Ask = (method: string, path: string, body?: string, type?: string) => Promise<Response>;

function asking(origin: string): Ask {
  return (method, path, body, type = "application/json") =>
    fetch(`${origin}/v1/races/${RACE}/desk${path}`, {
      method,
      headers: { ...HEADERS, "Content-Type": type },
      ...(body !== undefined && { body }),
    });
}

async function summary(desk: Ask) {
  type Publishing = { pending: boolean; failures: number; behind: number };
  return (await (await desk("GET", "")).json()) as { readonly publishing: Publishing };
}

/** Short in a file, long for readers: what one line says has its name in the JSON. */
function tableOf(length: number): string {
  const lines = Array.from({ length }, (_, i) => `Q${i},votes,a,5,2020-06-18,s`);
  return ["area,measure,candidate,value,as_of,source", ...lines].join("\n");
}

async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (let left = PATIENCE_MS; left > 0; left -= 250) {
    if (await holds()) return true;
    await wait(250);
  }
  return false;
}
