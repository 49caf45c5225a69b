import type { Server } from "node:http";
import { join } from "node:path";
import { readRaceFolder } from "../src/cli/race-folder.ts";
import { build } from "./build.ts";
import { startDemoHost } from "./demo-host.ts";
import { freePort } from "./free-port.ts";
import { type LocalWorker, startLocalWorker } from "./local-worker.ts";
import { publishLocally } from "./publish-locally.ts";

const ROOT = join(import.meta.dirname, "..");
const DEMO = join(ROOT, "races/us-ga-06-2017-runoff");
const STATE = join(ROOT, ".wrangler/state");
const WORKER_PORT = 8787;
const ARTICLE_PORT = 8788;

const { script } = await build();
console.log(`Built public/topline.js: ${(script.gzipBytes / 1000).toFixed(1)} kB gzipped.`);

const demo = await readRaceFolder(DEMO);
if (!demo.ok)
  throw new Error(demo.faults.map((f) => `${f.file}:${f.line}: ${f.message}`).join("\n"));
const plan = await publishLocally(demo.value, join(STATE, "v3"));
console.log(`${demo.value.race.title}: publication ${plan.published.publication} in local KV.`);

const workerPort = await freePort(WORKER_PORT, "the Worker");
const worker = await startLocalWorker({ port: workerPort, persist: STATE });
const origin = `http://127.0.0.1:${workerPort}`;
const articlePort = await freePort(Math.max(ARTICLE_PORT, workerPort + 1), "the article");
const article = await startDemoHost(join(ROOT, "public/demo"), origin, articlePort);

console.log(`
Open the article, as a publisher's page would show the cards:
  http://localhost:${articlePort}/

The Worker that feeds it is another origin:
  ${origin}/
  ${origin}/v1/races/us-ga-06-2017-runoff

Ctrl-C stops both; the data stays.`);

stopOn("SIGINT", worker, article);
stopOn("SIGTERM", worker, article);

function stopOn(signal: NodeJS.Signals, running: LocalWorker, host: Server): void {
  process.once(signal, () => {
    host.close();
    host.closeAllConnections();
    void running.dispose().finally(() => process.exit(0));
  });
}
