import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getPlatformProxy, type PlatformProxy } from "wrangler";
import { quietPort } from "../../../scripts/free-port.ts";
import { type LocalWorker, startLocalWorker } from "../../../scripts/local-worker.ts";
import { published } from "../../../scripts/published.ts";
import { waitingIn } from "../../../src/cli/report-answer.ts";
import { DeskClient } from "../../../src/cli/client/desk-client.ts";
import { mintToken } from "../../../src/contract/desk/token.ts";
import type { SourceName } from "../../../src/race/check.ts";
import type { RaceData } from "../../../src/race/schema/data.ts";
import { raceKey } from "../../../src/worker/store/keys.ts";
import type { KvWriter } from "../../../src/worker/store/kv.ts";

type Vars = Readonly<Record<string, string>>;
type Bindings = PlatformProxy<{ RACES: KvWriter }>;

/** The real Worker in the real runtime on a loopback port, with a KV of its own. */
export class Topline {
  readonly origin: string;
  readonly #port: number;
  readonly #vars: Vars;
  /** Of somebody who may do everything. */
  readonly #token: string;
  readonly #folder: string;
  readonly #bindings: Bindings;
  #worker: LocalWorker | null = null;

  private constructor(port: number, vars: Vars, token: string, folder: string, bindings: Bindings) {
    this.origin = `http://127.0.0.1:${port}`;
    this.#port = port;
    this.#vars = vars;
    this.#token = token;
    this.#folder = folder;
    this.#bindings = bindings;
  }

  /** Starts a Worker with an empty KV. `vars` are what an operator may set in wrangler.toml. */
  static async open(vars: Vars = {}): Promise<Topline> {
    const folder = await mkdtemp(join(tmpdir(), "topline-e2e-"));
    const [port, bindings] = await Promise.all([quietPort(), openBindings(folder)]);
    const minted = await mintToken(
      { name: "harness", scopes: ["read", "publish", "approve"], races: ["*"] },
      crypto,
    );
    if (!minted.ok) throw new Error(JSON.stringify(minted));
    const { token, binding, secret } = minted.value;
    const all = { ...vars, [binding]: JSON.stringify(secret) };
    const topline = new Topline(port, all, token, folder, bindings);
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

  /** Sends a race to its desk and waits until readers have it. Gives the publication's number. */
  async publish({ race, ...sections }: RaceData): Promise<number> {
    const desk = new DeskClient(this.origin, this.#token);
    for (const [name, body] of Object.entries({ race, ...sections })) {
      const section = name as SourceName;
      const etag = (await desk.sources.get(race.id, section))?.etag ?? null;
      if (body === null) continue;
      const put = { action: "put", body: JSON.stringify(body), etag } as const;
      const answer = await desk.sources.write(race.id, section, put);
      for (const { held } of waitingIn(answer)) {
        const { body: seen } = await desk.held.get(race.id, held);
        await desk.held.approve(race.id, held, seen, {});
      }
    }
    return published(this.origin, this.#token, race.id);
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
