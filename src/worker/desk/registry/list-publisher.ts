import type { RaceBrief } from "../../../race/board/brief.ts";
import { deliver } from "../../store/deliver.ts";
import type { KvWriter } from "../../store/kv.ts";
import { realTimer } from "../../store/within.ts";
import { readState, writeState } from "../storage/state.ts";
import { listPages } from "../../store/list-pages.ts";

/** The list is written this often at most: each of its pages holds many races. */
const LIST_GAP_MS = 5000;
const STATE = "lists";

type ListState = {
  readonly dueAt: number | null;
  readonly lastPutAt: number;
  /** What KV has, by key. */
  readonly etags: Readonly<Record<string, string>>;
};

const NOTHING_PUT: ListState = { dueAt: null, lastPutAt: 0, etags: {} };

/** Keeps the pages of the list of races in KV in step with what readers have. */
export class ListPublisher {
  readonly #storage: Pick<DurableObjectStorage, "sql">;
  readonly #kv: KvWriter;
  readonly #now: () => number;

  constructor(storage: Pick<DurableObjectStorage, "sql">, kv: KvWriter, now: () => number) {
    this.#storage = storage;
    this.#kv = kv;
    this.#now = now;
  }

  markDirty(): void {
    const { dueAt, lastPutAt } = this.#state();
    if (dueAt === null)
      this.#change({
        dueAt: Math.max(this.#now(), Math.min(lastPutAt, this.#now()) + LIST_GAP_MS),
      });
  }

  /** When the list is to be put, in milliseconds since 1970; nothing where it isn't. */
  dueAt(): number[] {
    const { dueAt } = this.#state();
    return dueAt === null ? [] : [dueAt];
  }

  /** Puts the pages that changed. @throws when KV fails; they stay due */
  async publishIfDue(briefs: () => readonly RaceBrief[]): Promise<void> {
    const { dueAt, etags } = this.#state();
    if (dueAt === null || dueAt > this.#now()) return;
    this.#change({ dueAt: null, lastPutAt: this.#now() });
    const pages = await listPages(briefs());
    const keys = new Set(pages.map(({ key }) => key));
    const puts = pages.filter(({ key, metadata }) => etags[key] !== metadata.etag);
    const removals = Object.keys(etags).filter((key) => !keys.has(key));
    // A page whose write was given up may stand in any version: it is put again with the next change.
    const forget = (key: string) => this.#change({ etags: { ...this.#state().etags, [key]: "" } });
    try {
      await deliver({ kv: this.#kv, timer: realTimer, landedLate: forget }, { puts, removals });
    } catch (error) {
      this.#change({ dueAt: this.#now() + LIST_GAP_MS, etags: {} });
      throw error;
    }
    this.#change({
      etags: Object.fromEntries(pages.map(({ key, metadata }) => [key, metadata.etag])),
    });
  }

  #state(): ListState {
    return { ...NOTHING_PUT, ...readState<ListState>(this.#storage.sql, STATE) };
  }

  #change(change: Partial<ListState>): void {
    writeState(this.#storage.sql, STATE, { ...this.#state(), ...change });
  }
}
