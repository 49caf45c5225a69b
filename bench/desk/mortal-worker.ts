import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/free-port.ts";

const FIRST_PORT = 8900;
const READY_TIMEOUT_MS = 60_000;

/** A Worker in a process group of its own that can be killed at any moment; its storage stays. */
export class MortalWorker {
  readonly origin: string;
  readonly #port: number;
  readonly #folder: string;
  readonly #vars: Readonly<Record<string, string>>;
  #process: ChildProcess | null = null;

  private constructor(port: number, folder: string, vars: Readonly<Record<string, string>>) {
    this.origin = `http://127.0.0.1:${port}`;
    this.#port = port;
    this.#folder = folder;
    this.#vars = vars;
  }

  /** @param vars what an operator may set, tokens among it */
  static async create(vars: Readonly<Record<string, string>>): Promise<MortalWorker> {
    const folder = await mkdtemp(join(tmpdir(), "topline-kill-"));
    return new MortalWorker(await freePort(FIRST_PORT, "the Worker"), folder, vars);
  }

  /** Starts the Worker on the storage that the last one left; resolves once it answers. */
  async start(): Promise<void> {
    const script = join(import.meta.dirname, "serve.ts");
    const args = [script, String(this.#port), this.#folder, JSON.stringify(this.#vars)];
    const child = spawn(process.execPath, args, {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    let said = "";
    child.stderr.on("data", (data: Buffer) => {
      said += data.toString();
    });
    const ready = once(child.stdout, "data", { signal: AbortSignal.timeout(READY_TIMEOUT_MS) });
    const died = once(child, "exit").then(() => {
      throw new Error(`the Worker didn't start: ${said}`);
    });
    await Promise.race([ready, died]);
    died.catch(() => undefined);
  }

  /** SIGKILL to the runtime and everything around it: nobody gets to tidy up. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const gone = once(child, "exit");
    process.kill(-child.pid, "SIGKILL");
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
