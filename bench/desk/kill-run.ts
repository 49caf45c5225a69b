import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { mintToken } from "../../src/formats/token.ts";
import { type Revision, verifyChain } from "../../src/race/revision-chain.ts";
import { MortalWorker } from "./mortal-worker.ts";
import { type Acknowledged, Writer } from "./stream.ts";

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
const CONVERGE_TIMEOUT_MS = 20_000;
const PAGE = 1000;
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
  const desk = new DeskView(worker.origin, watcher.token);
  let converged = 0;
  let slowestConvergenceMs = 0;
  const unattended = { tried: 0, converged: 0 };
  try {
    await worker.start();
    await desk.put("race", raceJson());
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

type Summary = {
  readonly revision: number;
  readonly publishing: {
    readonly pending: boolean;
    readonly publication: { readonly etag: string; readonly lastRevision: number } | null;
  };
};
type Source = { readonly polls: readonly { readonly id: string; readonly shares: unknown }[] };

/** A desk as one may look at it from outside. */
class DeskView {
  readonly #race: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(origin: string, token: string) {
    this.#race = `${origin}/v1/races/${RACE}`;
    this.#headers = { Authorization: `Bearer ${token}` };
  }

  async put(section: string, body: unknown): Promise<void> {
    const init = { method: "PUT", headers: this.#headers, body: JSON.stringify(body) };
    const response = await fetch(`${this.#race}/desk/${section}`, init);
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  }

  /**
   * Whether readers come to have what the desk has. The Worker has just started: its memory holds
   * nothing, so the first reader's answer is what KV holds.
   */
  async converges(): Promise<boolean> {
    for (let left = CONVERGE_TIMEOUT_MS; left > 0; left -= 100) {
      const { revision, publishing } = await this.#get<Summary>("/desk");
      if (!publishing.pending && publishing.publication !== null) {
        const fresh = await fetch(this.#race);
        const document = (await fresh.json()) as { revision: number };
        const { etag } = publishing.publication;
        if (fresh.headers.get("ETag") === etag && document.revision === revision) return true;
      }
      await wait(100);
    }
    return false;
  }

  /** Whether readers come to have a revision, without anybody asking the desk. */
  async reachesReaders(revision: number): Promise<boolean> {
    for (let left = CONVERGE_TIMEOUT_MS; left > 0; left -= 250) {
      const response = await fetch(this.#race);
      const document = (await response.json()) as { revision?: number };
      if ((document.revision ?? 0) >= revision) return true;
      await wait(250);
    }
    return false;
  }

  /** Oldest first. */
  async history(): Promise<Revision[]> {
    const revisions: Revision[] = [];
    for (let before: number | null = null; ;) {
      const query: string = before === null ? "" : `&before=${before}`;
      const page = await this.#get<{ revisions: Revision[]; before: number | null }>(
        `/desk/revisions?limit=${PAGE}${query}`,
      );
      revisions.push(...page.revisions);
      if (page.before === null) return revisions.toReversed();
      before = page.before;
    }
  }

  /** How many acknowledged writes the history or the section no longer has as they were answered. */
  async lost(acknowledged: readonly Acknowledged[], history: readonly Revision[]): Promise<number> {
    const missing = acknowledged.filter((a) => history[a.revision - 1]?.hash !== a.hash);
    const { polls } = await this.#get<Source>("/desk/polls");
    const stored = new Map(polls.map(({ id, shares }) => [id, JSON.stringify(shares)]));
    const newest = new Map(
      acknowledged.toSorted((a, b) => a.revision - b.revision).map((a) => [a.poll, a]),
    );
    const altered = [...newest.values()].filter(
      ({ poll, share }) => stored.get(poll) !== JSON.stringify([{ candidate: "a", share }]),
    );
    return missing.length + altered.length;
  }

  async #get<T>(path: string): Promise<T> {
    const response = await fetch(this.#race + path, { headers: this.#headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}

async function mint(name: string) {
  const grant = { name, scopes: ["read", "publish"], races: ["*"] } as const;
  const minted = await mintToken({ ...grant, scopes: [...grant.scopes], races: ["*"] }, crypto);
  if (!minted.ok) throw new Error(JSON.stringify(minted.issues));
  const { token, binding, secret } = minted.value;
  return { token, binding, secret: JSON.stringify(secret) };
}

function raceJson() {
  return {
    id: RACE,
    title: "TEST: a race whose Worker dies",
    office: "TEST seat",
    jurisdiction: { name: "Testland", ocdId: "ocd-division/country:us/state:xx/cd:1" },
    timeZone: "America/New_York",
    electionDate: "2030-06-18",
    voting: { opens: "2030-06-18T07:00:00-04:00", closes: "2030-06-18T19:00:00-04:00" },
    electionType: "special",
    test: true,
    candidates: [
      { id: "a", name: "Ann Ames", shortName: "Ames", party: { code: "R", name: "Red" } },
    ],
    sources: [{ id: "s", name: "Source of the tests" }],
  };
}

function sha256(text: string): Promise<string> {
  return Promise.resolve(createHash("sha256").update(text).digest("hex"));
}
