import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Build from "../../scripts/build.ts";
import { freePort } from "../../scripts/free-port.ts";
import type * as Worker from "../../scripts/local-worker.ts";
import type * as Live from "../../scripts/put-live.ts";
import type * as DevVars from "../../src/cli/dev-vars.ts";
import type { Served } from "./checkout.ts";

// node bench/card/serve-checkout.ts <folder> <race>, by checkout.ts: serves until it is told to end.

const FIRST_PORT = 9400;
const [folder = "", race = ""] = process.argv.slice(2);

const { build } = await own<typeof Build>("scripts/build.ts");
const { startLocalWorker } = await own<typeof Worker>("scripts/local-worker.ts");
const { putLive } = await own<typeof Live>("scripts/put-live.ts");
const { ensureDevToken } = await own<typeof DevVars>("src/cli/dev-vars.ts");

const { script } = await build();
const token = await ensureDevToken();
const persist = await mkdtemp(join(tmpdir(), "topline-card-"));
const port = await freePort(FIRST_PORT, "the Worker");
const origin = `http://127.0.0.1:${port}`;
const worker = await startLocalWorker({ port, persist });
for (const signal of ["SIGTERM", "disconnect"] as const)
  process.once(signal as "SIGTERM", () => void end());
await putLive(race, origin, token);
process.send?.({ origin, gzipBytes: script.gzipBytes } satisfies Served);

/** A module of the checkout itself, which may be an older one than this file's. */
function own<T>(path: string): Promise<T> {
  return import(join(folder, path)) as Promise<T>;
}

async function end(): Promise<void> {
  await worker.dispose();
  await rm(persist, { recursive: true, force: true });
  process.exit();
}
