import { parseArgs } from "node:util";
import { ensureDevToken } from "../src/cli/dev-vars.ts";
import { DeskClient } from "../src/cli/client/desk-client.ts";
import { CliProblem, faultLine } from "../src/cli/problem.ts";
import { readRaceFolder } from "../src/cli/folder/race-folder.ts";
import { freePort } from "./free-port.ts";
import { LOCAL_STATE, startLocalWorker } from "./local-worker.ts";
import { published } from "./published.ts";
import { pushFolder } from "./push-folder.ts";

// npm run publish -- [--remote] [--dry-run] [--yes] <race folder>
// Checks a race's folder, shows what readers would see change, and publishes it through its desk:
// on this machine, or with --remote on the Worker that TOPLINE_URL and TOPLINE_TOKEN name.

const LOCAL_URL = "http://127.0.0.1:8787";
const WORKER_PORT = 8790;

const USAGE =
  "name one race's folder: npm run publish -- [--remote] [--dry-run] [--yes] races/<id>";

const { values, positionals } = readArguments();
const [folder, ...rest] = positionals;
if (folder === undefined || rest.length > 0) fail(USAGE);

try {
  if (values.remote) await publishRemotely(folder);
  else await publishHere(folder);
} catch (error) {
  if (!(error instanceof CliProblem)) throw error;
  fail([...error.faults.map(faultLine), error.message].join("\n"));
}

async function publishRemotely(race: string): Promise<void> {
  const { TOPLINE_URL: url, TOPLINE_TOKEN: token } = process.env;
  if (url === undefined || token === undefined)
    fail(
      "--remote needs TOPLINE_URL, the Worker's address, and TOPLINE_TOKEN: npm run topline -- token <name> makes one",
    );
  await push(race, url, token);
}

/** Through the Worker of `npm start` where it is running, else through one of its own on the same data. */
async function publishHere(race: string): Promise<void> {
  const token = await ensureDevToken();
  if (await isUp(LOCAL_URL)) return push(race, LOCAL_URL, token);
  const port = await freePort(WORKER_PORT, "the Worker");
  const worker = await startLocalWorker({ port, persist: LOCAL_STATE });
  try {
    await push(race, `http://127.0.0.1:${port}`, token);
  } finally {
    await worker.dispose();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        remote: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        yes: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return fail(`${(error as Error).message}\n${USAGE}`);
  }
}

function isUp(url: string): Promise<boolean> {
  return new DeskClient(url, null).health().catch(() => false);
}

async function push(race: string, url: string, token: string): Promise<void> {
  const asked = values["dry-run"] ? ["--dry-run"] : values.yes || !values.remote ? ["--yes"] : [];
  await pushFolder(race, url, ...asked);
  const read = await readRaceFolder(race);
  if (!read.ok || values["dry-run"]) return;
  console.log(`Readers have publication ${await published(url, token, read.value.race.id)}.`);
}

function fail(message: string): never {
  console.error(`publish: ${message}`);
  process.exit(1);
}
