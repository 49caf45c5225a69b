import { DurableObject } from "cloudflare:workers";
import type { RaceBrief } from "../../../race/board/brief.ts";
import { briefOf } from "../../../race/board/brief.ts";
import type { BoardSource } from "../../../race/board/source.ts";
import type { RaceDocument } from "../../../race/schema/document.ts";
import { RACE_PREFIX, raceKey } from "../../store/keys.ts";
import type { KvLister } from "../../store/kv.ts";
import { type Change, KnownBriefs, type Told } from "./known-briefs.ts";
import { ListPublisher } from "./list-publisher.ts";
import { RegisteredRaces } from "./registered-races.ts";

/** What of a board's desk the registry knows. */
type Wakeable = Rpc.DurableObjectBranded & { wake(): Promise<void> };

type Bindings = {
  readonly RACES: KVNamespace;
  readonly BOARDS: DurableObjectNamespace<Wakeable>;
};

/** A board that was told and hasn't asked by then is told again. */
const TELL_AGAIN_MS = 5000;
/** How many races are taken from KV at once, where their desks never told of them. */
const FILL_AT_ONCE = 50;
/** The next few follow after this, also while KV is down. */
const FILL_AGAIN_MS = 1000;

/**
 * The one registry: every race that was ever put and every board, whatever happens to KV; what
 * readers have of each race, and who is to be told when that changes.
 */
export class Registry extends DurableObject<Bindings> {
  readonly #races: RegisteredRaces;
  readonly #briefs: KnownBriefs;
  readonly #lists: ListPublisher;
  readonly #storage: DurableObjectStorage;

  constructor(state: DurableObjectState, env: Bindings) {
    super(state, env);
    this.#storage = state.storage;
    this.#races = new RegisteredRaces(state.storage, Date.now);
    this.#briefs = new KnownBriefs(state.storage);
    this.#lists = new ListPublisher(state.storage, env.RACES, Date.now);
  }

  add(race: string): void {
    this.#races.add([race]);
  }

  /**
   * A race's desk tells that KV has acknowledged a publication. Once this has answered, every
   * board that shows the race will show it, whatever fails in between.
   */
  async published(told: Told): Promise<void> {
    const news = this.#briefs.tell(told);
    if (news === null) return;
    const boards = this.#briefs.mark([news.before, told.brief], Date.now());
    this.#lists.markDirty();
    await this.#schedule();
    await Promise.all(boards.map((board) => this.#wake(board)));
  }

  /** A board's desk tells what the board holds; null: it was taken away. */
  putBoard(board: string, revision: number, source: BoardSource | null): void {
    this.#briefs.putBoard(board, revision, source);
  }

  /** What readers have of a board's races. */
  ofBoard(board: string): RaceBrief[] {
    return this.#briefs.ofBoard(board);
  }

  /** The races that changed after a place in the order of changes. */
  changes(since: number, limit: number): Change[] {
    return this.#briefs.changes(since, limit);
  }

  override async alarm(): Promise<void> {
    try {
      const now = Date.now();
      for (const board of this.#briefs.overdue(now - TELL_AGAIN_MS + 1)) {
        this.#briefs.toldAgain(board, now);
        await this.#wake(board);
      }
      await this.#fillBriefs();
      await this.#lists.publishIfDue(() => this.#briefs.all());
    } catch (error) {
      console.error(error);
    }
    await this.#schedule();
  }

  /**
   * Every race, by id. Desks that version 0.1.0 wrote never told of themselves: those that readers
   * see are taken from KV, once. `complete` is false while KV couldn't be listed.
   */
  async list(): Promise<RegisteredList> {
    const races = this.#races;
    try {
      if (!races.isFilled()) {
        races.fill(await raceIds(this.env.RACES));
        await this.#schedule();
      }
    } catch (error) {
      console.error("the registry couldn't be filled from KV", error);
    }
    return { desks: races.all(), complete: races.isFilled() };
  }

  /** What fails here is done again by the alarm. */
  async #wake(board: string): Promise<void> {
    const { BOARDS } = this.env;
    await BOARDS.get(BOARDS.idFromName(board))
      .wake()
      .catch((error: unknown) => console.error(`${board} couldn't be told`, error));
  }

  /** Takes races that no desk has told of from KV, a few at a time. */
  async #fillBriefs(): Promise<void> {
    if (this.#races.isBriefed()) return;
    const { complete } = await this.list();
    const known = this.#briefs.races();
    const missing = this.#races.all().filter(({ race }) => !known.has(race));
    for (const { race } of missing.slice(0, FILL_AT_ONCE)) {
      const document = await this.env.RACES.get<RaceDocument>(raceKey(race), "json");
      const at = document?.updatedAt ?? new Date().toISOString();
      const brief = document && readableBrief(race, document);
      const publication = document?.publication ?? 0;
      const told = { race, publication, at, brief };
      this.#briefs.mark([this.#briefs.tell(told)?.before ?? null, brief], Date.now());
      this.#lists.markDirty();
    }
    if (complete && missing.length <= FILL_AT_ONCE) this.#races.setBriefed();
  }

  async #schedule(): Promise<void> {
    const times = [
      ...this.#lists.dueAt(),
      ...(this.#briefs.isAnyoneWaiting() ? [Date.now() + TELL_AGAIN_MS] : []),
      ...(this.#races.isBriefed() ? [] : [Date.now() + FILL_AGAIN_MS]),
    ];
    if (times.length > 0) await this.#storage.setAlarm(Math.min(...times));
  }
}

export type RegisteredList = {
  readonly desks: { readonly race: string; readonly since: string }[];
  readonly complete: boolean;
};

/** What nobody published may stand in KV, too: one such value must not hold up all others. */
function readableBrief(race: string, document: RaceDocument): RaceBrief | null {
  try {
    return briefOf(document);
  } catch (error) {
    console.error(`what KV has as ${raceKey(race)} is no race`, error);
    return null;
  }
}

async function raceIds(kv: KvLister): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await kv.list({ prefix: RACE_PREFIX, cursor });
    ids.push(...page.keys.map(({ name }) => name.slice(RACE_PREFIX.length)));
    cursor = page.list_complete ? null : page.cursor;
  } while (cursor !== null);
  return ids;
}
