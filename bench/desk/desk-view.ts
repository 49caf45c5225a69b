import { setTimeout as wait } from "node:timers/promises";
import { mintToken, type TokenScope } from "../../src/contract/desk/token.ts";
import type { Revision } from "../../src/contract/desk/revisions.ts";
import type { Acknowledged } from "./stream.ts";

const CONVERGE_TIMEOUT_MS = 20_000;
const PAGE = 1000;
const RATE_LIMIT_WAIT_MS = 1000;

type Summary = {
  readonly revision: number;
  readonly publishing: {
    readonly pending: boolean;
    readonly publication: { readonly etag: string; readonly lastRevision: number } | null;
  };
};
type Source = { readonly polls: readonly { readonly id: string; readonly shares: unknown }[] };

/** A desk, and what readers get of its race, as one may look at them from outside. */
export class DeskView {
  readonly #race: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(origin: string, token: string, race: string) {
    this.#race = `${origin}/v1/races/${race}`;
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

  /** Whether the desk comes to say that the store has everything. */
  async publishes(): Promise<boolean> {
    for (let left = CONVERGE_TIMEOUT_MS; left > 0; left -= 20) {
      if (!(await this.#get<Summary>("/desk")).publishing.pending) return true;
      await wait(20);
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
    if (response.status === 429) {
      // The writers ask from the same address as we do.
      await wait(RATE_LIMIT_WAIT_MS);
      return this.#get(path);
    }
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}

/** A token that may do what editors do, and the secret that makes it known to a Worker. */
export async function mint(name: string, scopes: readonly TokenScope[] = ["read", "publish"]) {
  const minted = await mintToken({ name, scopes: [...scopes], races: ["*"] }, crypto);
  if (!minted.ok) throw new Error(JSON.stringify(minted.issues));
  const { token, binding, secret } = minted.value;
  return { token, binding, secret: JSON.stringify(secret) };
}

/** A rehearsal race with one candidate and one source. */
export function raceJson(id: string) {
  return {
    id,
    title: "TEST: a race under strain",
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
