import type { Server } from "node:http";
import { join } from "node:path";
import { DeskClient } from "../src/cli/client/desk-client.ts";
import { ensureDevToken } from "../src/cli/dev-vars.ts";
import { build } from "./build.ts";
import { buildContract } from "./build-contract.ts";
import { startDemoHost } from "./demo-host.ts";
import { freePort } from "./free-port.ts";
import { type LocalWorker, LOCAL_STATE, startLocalWorker } from "./local-worker.ts";
import { putLive } from "./put-live.ts";

const ROOT = join(import.meta.dirname, "..");
const DEMO_RACES = ["us-ga-06-2017-runoff", "us-ga-06-2017-night"];
const WORKER_PORT = 8787;
const ARTICLE_PORT = 8788;

process.chdir(ROOT);
const { script } = await build();
await buildContract();
console.log(`Built public/topline.js: ${(script.gzipBytes / 1000).toFixed(1)} kB gzipped.`);
const token = await ensureDevToken();

const workerPort = await freePort(WORKER_PORT, "the Worker");
const worker = await startLocalWorker({ port: workerPort, persist: LOCAL_STATE });
const origin = `http://127.0.0.1:${workerPort}`;
const articlePort = await freePort(Math.max(ARTICLE_PORT, workerPort + 1), "the article");
const article = await startDemoHost(join(ROOT, "public/demo"), origin, articlePort);
stopOn("SIGINT", worker, article);
stopOn("SIGTERM", worker, article);

const desk = new DeskClient(origin, token);
for (const race of DEMO_RACES) {
  // What somebody changed here since the first start is theirs to keep. The desk is asked, because
  // the Worker would remember for a few seconds that readers have no such race.
  if ((await desk.summary(race)) !== null) continue;
  await putLive(race, origin, token);
  console.log(`Stored races/${race} at its desk, which published it.`);
}

console.log(`
Open the article, as a publisher's page would show the cards:
  http://localhost:${articlePort}/

The Worker that feeds it is another origin:
  ${origin}/
  ${origin}/v1/races/us-ga-06-2017-runoff

To rehearse an election night, open the second page and run the command in another terminal:
  http://localhost:${articlePort}/night.html
  npm run topline -- replay races/us-ga-06-2017-night/events.csv --race us-ga-06-2017-night --speed 120 --yes${
    workerPort === WORKER_PORT ? "" : ` --url ${origin}`
  }

Ctrl-C stops both; the data stays.`);

function stopOn(signal: NodeJS.Signals, running: LocalWorker, host: Server): void {
  process.once(signal, () => {
    host.close();
    host.closeAllConnections();
    void running.dispose().finally(() => process.exit(0));
  });
}
