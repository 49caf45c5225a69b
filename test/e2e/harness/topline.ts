import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getPlatformProxy, type PlatformProxy } from "wrangler";
import { quietPort } from "../../../scripts/free-port.ts";
import { type LocalWorker, startLocalWorker } from "../../../scripts/local-worker.ts";
import { compileRace } from "../../../src/race/compile/compile-race.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import { raceKey } from "../../../src/worker/store/keys.ts";
import type { KvWriter } from "../../../src/worker/store/kv.ts";
import { publish } from "../../../src/worker/store/publish.ts";

type Vars = Readonly<Record<string, string>>;
type Bindings = PlatformProxy<{ RACES: KvWriter }>;

/** The real Worker in the real runtime on a loopback port, with a KV of its own. */
export class Topline {
  readonly origin: string;
  readonly #port: number;
  readonly #vars: Vars;
  readonly #folder: string;
  readonly #bindings: Bindings;
  #worker: LocalWorker | null = null;

  private constructor(port: number, vars: Vars, folder: string, bindings: Bindings) {
    this.origin = `http://127.0.0.1:${port}`;
    this.#port = port;
    this.#vars = vars;
    this.#folder = folder;
    this.#bindings = bindings;
  }

  /** Starts a Worker with an empty KV. `vars` are what an operator may set in wrangler.toml. */
  static async open(vars: Vars = {}): Promise<Topline> {
    const folder = await mkdtemp(join(tmpdir(), "topline-e2e-"));
    const [port, bindings] = await Promise.all([quietPort(), openBindings(folder)]);
    const topline = new Topline(port, vars, folder, bindings);
    await topline.start();
    return topline;
  }

  /** Starts the Worker again after `stop`: same address, same KV. */
  async start(): Promise<void> {
    this.#worker = await startLocalWorker({
      port: this.#port,
      persist: this.#folder,
      vars: this.#vars,
    });
  }

  /** Ends the Worker's process: connections are refused from now on. */
  async stop(): Promise<void> {
    await this.#worker?.dispose();
    this.#worker = null;
  }

  /** Publishes a race, as its desk would. */
  async publish(data: RaceData): Promise<void> {
    const now = new Date().toISOString();
    const plan = await publish(
      this.#bindings.env.RACES,
      data.race.id,
      (publication, updatedAt) => {
        const { document, sections } = compileRace(data, {
          now,
          publication,
          updatedAt,
          revision: publication,
        });
        return { document, sections, csv: {} };
      },
      now,
    );
    if (!plan.changed) throw new Error("the race says the same as before");
  }

  /** Puts any bytes where a race's document is kept, as no desk ever would. */
  async put(raceId: string, text: string): Promise<void> {
    const metadata = { etag: `"${text.length}"`, status: "counting" };
    await this.#bindings.env.RACES.put(raceKey(raceId), new TextEncoder().encode(text), {
      metadata,
    });
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#bindings.dispose();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The Worker's KV, opened from here. Its other bindings only work inside the Worker. */
async function openBindings(folder: string): Promise<Bindings> {
  const configPath = join(folder, "wrangler.json");
  const config = { name: "topline", kv_namespaces: [{ binding: "RACES" }] };
  await writeFile(configPath, JSON.stringify(config));
  // wrangler keeps its state one folder down, under the version of its layout.
  return getPlatformProxy({ configPath, persist: { path: join(folder, "v3") } });
}
