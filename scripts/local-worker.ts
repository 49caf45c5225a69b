import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { unstable_startWorker } from "wrangler";

const ROOT = join(import.meta.dirname, "..");
const CONFIG = join(ROOT, "wrangler.toml");

/** Where `wrangler dev` keeps KV and desks too. */
export const LOCAL_STATE = join(ROOT, ".wrangler/state");

export type LocalWorker = Awaited<ReturnType<typeof unstable_startWorker>>;

/** A start takes a few seconds; one that takes this long never ends, and another try does. */
const START_TIMEOUT_MS = 25_000;
const ATTEMPTS = 3;

type Options = {
  readonly port: number;
  /** The folder that holds its KV and desks; starting again on it keeps them. */
  readonly persist: string;
  /** What an operator may set in wrangler.toml or .dev.vars. */
  readonly vars?: Readonly<Record<string, string>>;
};

/** The real Worker in the real runtime, on a loopback port, ready to answer. */
export async function startLocalWorker(options: Options): Promise<LocalWorker> {
  process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
  process.env["WRANGLER_SEND_METRICS"] = "false";
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const starting = start(options);
    const late = new AbortController();
    const timeout = wait(START_TIMEOUT_MS, null, { signal: late.signal }).catch(() => null);
    const worker = await Promise.race([starting, timeout]);
    late.abort();
    if (worker) return worker;
    void starting.then(
      (straggler) => straggler.dispose(),
      () => {},
    );
  }
  throw new Error(`the Worker didn't start on port ${options.port}`);
}

async function start({ port, persist, vars = {} }: Options): Promise<LocalWorker> {
  const worker = await unstable_startWorker({
    config: CONFIG,
    bindings: Object.fromEntries(
      Object.entries(vars).map(([name, value]) => [name, { type: "plain_text", value } as const]),
    ),
    dev: {
      server: { hostname: "127.0.0.1", port },
      persist,
      inspector: false,
      watch: false,
      logLevel: "error",
    },
  });
  // The first answer comes once the runtime has loaded the Worker.
  await worker.fetch(`http://127.0.0.1:${port}/health`);
  return worker;
}
