import { DurableObject } from "cloudflare:workers";
import type { Publication } from "../../../contract/desk/summary.ts";
import type { BoardDeskSummary } from "../../../contract/boards.ts";
import { realTimer } from "../../store/within.ts";
import type { WithDocument } from "../look.ts";
import { registryOf } from "../registry/registry-of.ts";
import type { Registry } from "../registry/registry.ts";
import { documentOf, getPublication, listPublications } from "../storage/publications.ts";
import { type BoardRevision, BoardStore } from "./board-store.ts";
import { boardDueAfter, markDirty, nextWake } from "./board-due.ts";
import type { BoardIo } from "./board-io.ts";
import { publishBoard } from "./publish-board.ts";
import { type BoardWrite, type BoardOutcome, writeBoard } from "./write-board.ts";

type Bindings = {
  readonly RACES: KVNamespace;
  readonly REGISTRY: DurableObjectNamespace<Registry>;
};

/**
 * The single writer of one board. A race's publication reaches it through the registry; what it
 * then compiles it asks the registry for, so it can be rebuilt at any time.
 */
export class BoardDesk extends DurableObject<Bindings> {
  readonly #io: BoardIo;
  readonly #storage: DurableObjectStorage;

  constructor(state: DurableObjectState, env: Bindings) {
    super(state, env);
    const { storage } = state;
    this.#storage = storage;
    this.#io = {
      store: new BoardStore(storage.sql),
      transaction: (work) => storage.transactionSync(work),
      kv: env.RACES,
      now: Date.now,
      timer: realTimer,
      report: (error) => console.error(error),
      briefs: (board) => registryOf(env).ofBoard(board),
      register: (board, revision, source) => registryOf(env).putBoard(board, revision, source),
      wakeAgain: () => void this.#schedule().catch((error: unknown) => console.error(error)),
    };
  }

  override async alarm(): Promise<void> {
    await publishBoard(this.#io);
    await this.#schedule();
  }

  /** A race of the board has something new. */
  async wake(): Promise<void> {
    if (markDirty(this.#io) !== null) await this.#schedule();
  }

  async write(write: BoardWrite): Promise<BoardOutcome> {
    const outcome = writeBoard(this.#io, write);
    await this.#schedule();
    return outcome;
  }

  /** The last version of board.json; null where there is none. */
  source(): BoardRevision | null {
    const latest = this.#io.store.latest();
    return latest?.body === undefined || latest.body === null ? null : latest;
  }

  summary(): BoardDeskSummary | null {
    const { store } = this.#io;
    const state = store.read();
    const latest = store.latest();
    if (state === null || latest === null) return null;
    const [last] = listPublications(store.sql, Number.MAX_SAFE_INTEGER, 1);
    return {
      board: state.board,
      revision: latest.n,
      publication: last?.n ?? 0,
      acknowledgedAt: last?.acknowledgedAt ?? null,
      behind: state.dirty || state.pending !== null,
      failures: state.failures,
      lastError: state.lastError,
    };
  }

  /** Compiles the board anew and puts it, changed or not. */
  async republish(): Promise<BoardDeskSummary | null> {
    const { store, now } = this.#io;
    const state = store.read();
    if (state === null) return null;
    store.change({
      dirty: true,
      content: null,
      registered: 0,
      dueAt: boardDueAfter(state, now()),
    });
    await this.#schedule();
    return this.summary();
  }

  publications(before: number, limit: number): Publication[] {
    const { store } = this.#io;
    return store.exists() ? listPublications(store.sql, before, limit) : [];
  }

  async publication(n: number): Promise<WithDocument | null> {
    const { sql } = this.#io.store;
    if (!this.#io.store.exists()) return null;
    const publication = getPublication(sql, n);
    return publication && { publication, document: await documentOf(sql, n) };
  }

  async #schedule(): Promise<void> {
    const next = nextWake(this.#io.store, Date.now());
    if (next !== null) await this.#storage.setAlarm(next);
  }
}
