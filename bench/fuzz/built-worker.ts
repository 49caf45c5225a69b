import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";

const ROOT = join(import.meta.dirname, "../..");
const CONFIG = join(ROOT, "wrangler.toml");

/** A Worker that answers on a loopback port; `end` takes it away with all it stored. */
export type BuiltWorker = {
  readonly origin: string;
  /** What stands in its KV, for whoever wants to lose some of it. */
  readonly kv: () => Promise<{
    readonly list: () => Promise<readonly string[]>;
    readonly remove: (key: string) => Promise<void>;
  }>;
  readonly end: () => Promise<void>;
};

/**
 * The Worker as `wrangler deploy` builds it, in the runtime itself: `wrangler dev` would put three
 * more processes before each answer. Static files aren't there: the platform answers them.
 * @param vars what an operator may set, tokens among it
 */
export async function startBuiltWorker(
  vars: Readonly<Record<string, string>>,
): Promise<BuiltWorker> {
  const folder = await mkdtemp(join(tmpdir(), "topline-fuzz-"));
  await build(folder);
  const modules = await modulesIn(folder);
  await rm(folder, { recursive: true });
  const { workerOptions } = unstable_getMiniflareWorkerOptions(CONFIG);
  const { compatibilityDate, kvNamespaces, durableObjects, ratelimits } = workerOptions;
  const options = convertV4MiniflareOptions({
    host: "127.0.0.1",
    port: 0,
    cf: false,
    // wrangler's types are wider than what it makes of wrangler.toml.
    ...({ compatibilityDate, kvNamespaces, durableObjects, ratelimits } as object),
    bindings: { ...vars },
    modules,
  });
  const runtime = new Miniflare(options);
  const { origin } = await runtime.ready;
  return {
    origin,
    kv: async () => {
      const namespace = await runtime.getKVNamespace("RACES");
      return {
        list: async () => (await namespace.list()).keys.map(({ name }) => name),
        remove: (key) => namespace.delete(key),
      };
    },
    end: () => runtime.dispose(),
  };
}

/** What wrangler has put into a folder, by what the runtime makes of each; the Worker's code first. */
async function modulesIn(folder: string) {
  const types = { ".js": "ESModule", ".wasm": "CompiledWasm", ".ttf": "Data" } as const;
  const names = await readdir(folder);
  const found = await Promise.all(
    names.flatMap((path) => {
      const type = types[extname(path) as keyof typeof types];
      return type
        ? [readFile(join(folder, path)).then((contents) => ({ type, path, contents }))]
        : [];
    }),
  );
  return found.toSorted((a, b) => Number(b.type === "ESModule") - Number(a.type === "ESModule"));
}

async function build(folder: string): Promise<void> {
  const wrangler = join(ROOT, "node_modules/wrangler/bin/wrangler.js");
  const args = [wrangler, "deploy", "--dry-run", "--outdir", folder, "--config", CONFIG];
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false" };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text: Buffer) => {
    said += text.toString();
  });
  const [exit] = (await once(child, "close")) as [number | null];
  if (exit !== 0) throw new Error(`wrangler couldn't build the Worker: ${said}`);
}
