import type { RaceBrief } from "../../../../src/race/board/brief.ts";
import type { BoardDocument } from "../../../../src/race/board/document.ts";
import { boardSource } from "../../../../src/race/board/source.ts";
import { BoardStore } from "../../../../src/worker/desk/boards/board-store.ts";
import { markDirty, nextWake } from "../../../../src/worker/desk/boards/board-due.ts";
import type { BoardIo } from "../../../../src/worker/desk/boards/board-io.ts";
import { publishBoard } from "../../../../src/worker/desk/boards/publish-board.ts";
import { writeBoard } from "../../../../src/worker/desk/boards/write-board.ts";
import { KnownBriefs, type Told } from "../../../../src/worker/desk/registry/known-briefs.ts";

const BOARD = "night";
/** As the registry has it. */
const TELL_AGAIN_MS = 5000;

const BRIEF: Omit<RaceBrief, "id" | "publication" | "votes"> = {
  title: "TEST: First District",
  office: "TEST seat",
  jurisdiction: { name: "Testland", ocdId: "ocd-division/country:us/state:xx" },
  timeZone: "America/New_York",
  electionDate: "2030-06-18",
  electionType: "general",
  status: "counting",
  test: true,
  candidates: 2,
  leading: [],
  reporting: null,
  expected: null,
  calls: [],
  sources: [],
  asOf: "2030-06-18T23:00:00Z",
  updatedAt: "2030-06-18T23:00:00Z",
  next: 15,
};

/**
 * A registry and a board's desk on real storage, with a clock and a KV that are told what to do.
 * @param seen what readers get of the board, each time that KV takes one
 */
export function simulateBoard(
  storage: DurableObjectStorage,
  races: readonly string[],
  seen: (document: BoardDocument) => void,
) {
  for (const table of ["board_revisions", "publications", "chunks", "board_state"])
    storage.sql.exec(`DROP TABLE IF EXISTS ${table}`);
  for (const table of ["briefs", "boards"]) storage.sql.exec(`DROP TABLE IF EXISTS ${table}`);
  const registry = new KnownBriefs(storage);
  const published = new Map<string, RaceBrief[]>();
  const landing: (() => Promise<void>)[] = [];
  const timers = new Set<() => void>();
  let now = Date.parse("2030-06-18T23:00:00Z");
  let inKv: BoardDocument | null = null;
  let puts = 0;
  const take = (bytes: Uint8Array) => {
    inKv = JSON.parse(new TextDecoder().decode(bytes)) as BoardDocument;
    puts++;
    seen(inKv);
  };
  const s = {
    published,
    now: () => now,
    puts: () => puts,
    board: () => inKv,
    kvMode: (): "works" | "fails" | "hangs" => "works",
    /** Whether the registry's call reaches the board's desk. */
    wakes: () => true,
    /** Whether the board's desk reaches the registry. */
    asks: () => true,
    /** A race's publication, which KV has acknowledged. */
    publish(race: string, votes: number): void {
      const all = published.get(race) ?? [];
      published.set(race, [...all, { ...BRIEF, id: race, votes, publication: all.length + 1 }]);
    },
    /** The race's desk tells the registry; `late`: of a publication that was some time ago. */
    announce(race: string, { late }: { readonly late: boolean }): Promise<void> {
      const all = published.get(race) ?? [];
      const brief = late ? all[Math.floor(all.length / 2)] : all.at(-1);
      if (brief === undefined) return Promise.resolve();
      const { publication } = brief;
      const told: Told = { race, publication, at: new Date(now).toISOString(), brief };
      const news = registry.tell(told);
      if (news !== null)
        for (const board of registry.mark([news.before, brief], now))
          if (s.wakes() && board === BOARD) markDirty(io);
      return Promise.resolve();
    },
    /** A write that took too long is carried out after all; false where there is none. */
    async land(): Promise<boolean> {
      const write = landing.shift();
      await write?.();
      return write !== undefined;
    },
    /** Lets time pass: alarms ring when they are due. */
    async pass(ms: number): Promise<void> {
      const end = now + ms;
      for (;;) {
        const waiting = registry.isAnyoneWaiting() ? [now + TELL_AGAIN_MS] : [];
        const due = Math.min(nextWake(io.store, now) ?? Infinity, ...waiting);
        if (due > end) break;
        now = Math.max(now, due);
        for (const board of registry.overdue(now - TELL_AGAIN_MS + 1)) {
          registry.toldAgain(board, now);
          if (s.wakes()) markDirty(io);
        }
        if ((nextWake(io.store, now) ?? Infinity) <= now) await publishBoard(io);
      }
      now = end;
    },
  };
  const io: BoardIo = {
    store: new BoardStore(storage.sql),
    transaction: (work) => storage.transactionSync(work),
    kv: {
      delete: () => Promise.resolve(),
      put: (_, bytes) => {
        const mode = s.kvMode();
        if (mode === "fails") return Promise.reject(new Error("KV is down"));
        if (mode === "works") return Promise.resolve(take(bytes));
        const { promise, resolve } = Promise.withResolvers<void>();
        landing.push(async () => {
          take(bytes);
          resolve();
          await new Promise((done) => setTimeout(done));
        });
        queueMicrotask(() => {
          for (const call of timers) call();
        });
        return promise;
      },
    },
    now: () => now,
    timer: (_, call) => {
      timers.add(call);
      return () => timers.delete(call);
    },
    report: () => undefined,
    briefs: (board) =>
      s.asks() ? Promise.resolve(registry.ofBoard(board)) : Promise.reject(new Error("away")),
    register: (board, revision, source) =>
      Promise.resolve(registry.putBoard(board, revision, source)),
    wakeAgain: () => undefined,
  };
  const source = boardSource.parse({
    id: BOARD,
    title: "TEST: a night",
    groups: [{ title: "All", races }],
  });
  writeBoard(io, {
    board: BOARD,
    file: new TextEncoder().encode(JSON.stringify(source)),
    author: "tester",
    note: null,
    ifMatch: null,
    mustBeNew: false,
    dryRun: false,
  });
  return s;
}
