import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A checkout's script, built, and its Worker with the race, listening. */
export type Checkout = {
  readonly origin: string;
  readonly gzipBytes: number;
  readonly close: () => void;
};

/** What `serve-checkout.ts` tells once readers could come. */
export type Served = Pick<Checkout, "origin" | "gzipBytes">;

/** Serves the race from a checkout of Topline, with dependencies installed, by that checkout's own code. */
export async function openCheckout(folder: string, race: string): Promise<Checkout> {
  const child = fork(join(import.meta.dirname, "serve-checkout.ts"), [folder, race], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(() => {
    throw new Error(`${folder} can't be served`);
  });
  const [served] = (await Promise.race([once(child, "message"), ended])) as [Served];
  ended.catch(() => {});
  return { ...served, close: () => child.kill() };
}
