import { join } from "node:path";
import { unstable_startWorker } from "wrangler";

const ROOT = join(import.meta.dirname, "..");
const CONFIG = join(ROOT, "wrangler.toml");

/** Where `wrangler dev` keeps KV and desks too. */
export const LOCAL_STATE = join(ROOT, ".wrangler/state");

export type LocalWorker = Awaited<ReturnType<typeof unstable_startWorker>>;

/**
 * The real Worker in the real runtime, on a loopback port, ready to answer.
 * @param persist the folder that holds its KV and desks; starting again on it keeps them
 * @param vars what an operator may set in wrangler.toml or .dev.vars
 */
export async function startLocalWorker(options: {
  readonly port: number;
  readonly persist: string;
  readonly vars?: Readonly<Record<string, string>>;
}): Promise<LocalWorker> {
  process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
  process.env["WRANGLER_SEND_METRICS"] = "false";
  const vars = Object.entries(options.vars ?? {});
  const worker = await unstable_startWorker({
    config: CONFIG,
    bindings: Object.fromEntries(
      vars.map(([name, value]) => [name, { type: "plain_text", value } as const]),
    ),
    dev: {
      server: { hostname: "127.0.0.1", port: options.port },
      persist: options.persist,
      inspector: false,
      watch: false,
      logLevel: "error",
    },
  });
  // The first answer comes once the runtime has loaded the Worker.
  await worker.fetch(`http://127.0.0.1:${options.port}/health`);
  return worker;
}
