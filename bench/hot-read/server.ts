import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { build, type Plugin } from "esbuild";
import type { Put } from "../../src/worker/store/deliver.ts";

const HERE = import.meta.dirname;
/** Where npm put the runtime for this machine; the package has no types. */
const require = createRequire(import.meta.url);
const WORKERD: string = require("workerd").default;
const WASM = "pictures.wasm";
const SOCKETS = ["topline", "bare"] as const;

export type Server = {
  /** The loopback ports of the Worker as it ships, and of one that only answers the same bytes. */
  readonly ports: Readonly<Record<(typeof SOCKETS)[number], number>>;
  readonly close: () => Promise<void>;
};

/** Starts `workerd serve` with the minified Worker, which finds that one race in its KV. */
export async function startServer(race: Put): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), "topline-hot-read-"));
  await build({
    entryPoints: [join(HERE, "../../src/worker/worker.ts")],
    outfile: join(folder, "worker.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*"],
    // As wrangler has them: fonts are bytes, and what draws pictures is a module of its own.
    loader: { ".ttf": "binary" },
    plugins: [drawing],
    logLevel: "warning",
  });
  await copyFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm"), join(folder, WASM));
  await writeFile(join(folder, "value.json"), race.bytes);
  await writeFile(join(folder, "metadata.json"), JSON.stringify(race.metadata));
  for (const name of ["config.capnp", "workers/bare.js", "workers/kv.js"]) {
    await copyFile(join(HERE, name), join(folder, name.replace("workers/", "")));
  }

  const child = spawn(WORKERD, ["serve", "--control-fd=3", join(folder, "config.capnp")], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const exited = once(child, "exit");
  const close = async () => {
    child.kill();
    await exited;
    await rm(folder, { recursive: true });
  };
  try {
    const ports = await Promise.race([
      readPorts(child.stdio[3] as Readable),
      exited.then(([code]) => Promise.reject(new Error(`workerd ended with ${code}`))),
    ]);
    return { ports, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const drawing: Plugin = {
  name: "drawing",
  setup({ onResolve }) {
    onResolve({ filter: /\.wasm$/ }, () => ({ path: WASM, external: true }));
  },
};

/** workerd chooses free ports and says each on a line of JSON. */
async function readPorts(control: Readable): Promise<Server["ports"]> {
  const ports: Partial<Record<string, number>> = {};
  for await (const line of createInterface(control)) {
    const { event, socket, port } = JSON.parse(line);
    if (event === "listen") ports[socket] = port;
    const { topline, bare } = ports;
    if (topline !== undefined && bare !== undefined) return { topline, bare };
  }
  throw new Error("workerd did not say its ports");
}
