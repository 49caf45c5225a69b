import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { verifyChain } from "../../src/contract/desk/revision-chain.ts";
import { DeskView, mint, raceJson } from "./desk-view.ts";
import { MortalWorker } from "./mortal-worker.ts";
import { Writer } from "./stream.ts";

export type KillReport = {
  readonly kills: number;
  /** Writes that were answered, over all lives of the Worker. */
  readonly acknowledged: number;
  /** Of those, the ones that storage no longer has as they were answered. */
  readonly lost: number;
  /** Revisions beyond the acknowledged ones: written twice. */
  readonly surplus: number;
  /** Restarts after which KV came to equal the desk. */
  readonly converged: number;
  /** Restarts after which it did so although nobody asked the desk anything: its alarm survived. */
  readonly unattended: { readonly tried: number; readonly converged: number };
  readonly chain: "whole" | "broken";
  /** From the restarted Worker's first answer until KV equals the desk, in milliseconds. */
  readonly slowestConvergenceMs: number;
};

const RACE = "us-xx-01-kill";
const WRITERS = 4;
/** The Worker lives this long at most before it is killed. */
const LIFE_MS = 900;
/** An isolate holds a race for seconds, so watching readers takes longer than asking the desk. */
const UNATTENDED_EVERY = 10;

/**
 * Kills the Worker again and again while writers stream, restarts it on the same storage, and
 * counts what was acknowledged but isn't there.
 * @param random from 0 to below 1
 */
export async function runKills(
  kills: number,
  random: () => number,
  progress: (done: number) => void = () => undefined,
): Promise<KillReport> {
  const tokens = await Promise.all(
    Array.from({ length: WRITERS + 1 }, (_, i) => mint(i === 0 ? "watcher" : `writer${i}`)),
  );
  const [watcher, ...rest] = tokens;
  if (watcher === undefined) throw new Error("there is no watcher");
  const vars = Object.fromEntries(tokens.map(({ binding, secret }) => [binding, secret]));
  const worker = await MortalWorker.create(vars);
  const writers = rest.map(({ token }, i) => new Writer(`w${i}`, token));
  const desk = new DeskView(worker.origin, watcher.token, RACE);
  let converged = 0;
  let slowestConvergenceMs = 0;
  const unattended = { tried: 0, converged: 0 };
  try {
    await worker.start();
    await desk.put("race", raceJson(RACE));
    for (let kill = 1; kill <= kills; kill++) {
      let alive = true;
      const streams = writers.map((w) => w.stream(worker.origin, RACE, () => alive));
      await wait(random() * LIFE_MS);
      await worker.kill();
      alive = false;
      await Promise.all(streams);
      await worker.start();
      if (kill % UNATTENDED_EVERY === 1) {
        unattended.tried += 1;
        const newest = Math.max(1, ...writers.flatMap((w) => w.acknowledged.at(-1)?.revision ?? 1));
        if (await desk.reachesReaders(newest)) unattended.converged += 1;
      }
      const start = performance.now();
      if (await desk.converges()) converged += 1;
      slowestConvergenceMs = Math.max(slowestConvergenceMs, performance.now() - start);
      progress(kill);
    }
    // Whoever got no answer asks once more, so that every write sent is accounted for.
    let asking = true;
    const last = writers.map((w) => w.stream(worker.origin, RACE, () => asking));
    await wait(LIFE_MS);
    asking = false;
    await Promise.all(last);
    await desk.converges();

    const acknowledged = writers.flatMap((w) => w.acknowledged);
    const history = await desk.history();
    const verdict = await verifyChain(history, sha256);
    return {
      kills,
      acknowledged: acknowledged.length,
      lost: await desk.lost(acknowledged, history),
      // The first revision is the race itself.
      surplus: history.length - 1 - acknowledged.length,
      converged,
      unattended,
      chain: verdict.ok ? "whole" : "broken",
      slowestConvergenceMs: Math.round(slowestConvergenceMs),
    };
  } finally {
    await worker.remove();
  }
}

function sha256(text: string): Promise<string> {
  return Promise.resolve(createHash("sha256").update(text).digest("hex"));
}
