import { raceAddress } from "../../../contract/addresses.ts";
import type { RaceBrief } from "../../../race/board/brief.ts";
import { compileBoard } from "../../../race/board/compile-board.ts";
import type { BoardDocument } from "../../../race/board/document.ts";
import { type BoardSource, boardSource } from "../../../race/board/source.ts";
import { deliver, KvWriteError } from "../../store/deliver.ts";
import { boardKey } from "../../store/keys.ts";
import { boardMetadata } from "../../store/board-metadata.ts";
import { encode, etagOf, fingerprint } from "../../store/fingerprint.ts";
import { getChunks, gunzip, gzip, putChunks } from "../storage/chunks.ts";
import { acknowledge, addPublication, lastNumber } from "../storage/publications.ts";
import { boardDueAfter, LONGEST_WAIT_MS, QUIET_GAP_MS } from "./board-due.ts";
import type { BoardIo } from "./board-io.ts";
import type { BoardState } from "./board-store.ts";

/** A write that was given up may land over what was put after it: the same is put again by then. */
const AGAIN_AFTER_MS = [60_000, 300_000] as const;

/**
 * Brings readers the board as its races stand, if that is due. An attempt that was cut short is
 * carried out again with the very same bytes first. Never throws: what failed is tried again.
 */
export async function publishBoard(io: BoardIo): Promise<void> {
  const { store, now } = io;
  const before = store.read();
  if (before === null) return;
  try {
    if ((before.again[0] ?? Infinity) <= now()) return await putAgain(io);
    if (before.dueAt === null || before.dueAt > now()) return;
    if (before.pending !== null) {
      await put(io, before.board, before.pending);
      store.change({ dueAt: now() + QUIET_GAP_MS });
      return;
    }
    // What is told of from here on is for the next time.
    store.change({ dirty: false, dueAt: null });
    await register(io, before);
    await publishNew(io, before);
    settle(io);
  } catch (error) {
    io.report(error);
    const { failures, again } = store.read() ?? before;
    const lost = error instanceof KvWriteError && error.mayLand;
    store.change({
      dirty: true,
      failures: failures + 1,
      lastError: { at: new Date(now()).toISOString(), message: String(error) },
      dueAt: now() + Math.min(2 ** failures * QUIET_GAP_MS, LONGEST_WAIT_MS),
      again: lost ? AGAIN_AFTER_MS.map((ms) => now() + ms) : again,
    });
  }
}

/** Has the registry know what the board holds. */
async function register({ store, register: tell }: BoardIo, state: BoardState): Promise<void> {
  const latest = store.latest();
  if (latest === null || state.registered === latest.n) return;
  await tell(state.board, latest.n, latest.body === null ? null : sourceOf(latest.body));
  store.change({ registered: latest.n });
}

function settle({ store, now }: BoardIo): void {
  const state = store.read();
  if (state === null) return;
  store.change({
    failures: 0,
    lastError: null,
    dueAt: state.dirty ? boardDueAfter(state, now()) : null,
  });
}

/** Writes the next publication down, and puts it. */
async function publishNew(io: BoardIo, { board }: BoardState): Promise<void> {
  const { store, transaction, now } = io;
  const revision = store.latest();
  if (revision === null) return;
  const briefs = revision.body === null ? [] : await io.briefs(board);
  const n = lastNumber(store.sql) + 1;
  const at = new Date(now()).toISOString();
  const document =
    revision.body === null ? null : compile(revision.body, briefs, revision.n, n, at);
  const content = document === null ? "" : await contentOf(document);
  if (content === store.read()?.content) return;
  const bytes = document && encode(JSON.stringify(document));
  const etag = bytes && (await etagOf(bytes));
  const packed = bytes && (await gzip(bytes));
  const changed = document === null ? 0 : await newRows(io, document);
  transaction(() => {
    addPublication(store.sql, {
      n,
      computedFor: at,
      etag,
      firstRevision: revision.n,
      lastRevision: revision.n,
    });
    if (packed) putChunks(store.sql, "publication", n, packed);
    store.change({ pending: n, content, changed });
  });
  await put(io, board, n);
}

function compile(
  body: string,
  briefs: readonly RaceBrief[],
  revision: number,
  publication: number,
  updatedAt: string,
): BoardDocument {
  return compileBoard(sourceOf(body), briefs, {
    revision,
    publication,
    updatedAt,
    hrefOf: raceAddress,
  });
}

function sourceOf(body: string): BoardSource {
  return boardSource.parse(JSON.parse(body));
}

/** Brings KV one publication's very bytes, and writes down that it has them. */
async function put(io: BoardIo, board: string, n: number): Promise<void> {
  const { kv, timer, store, transaction, now } = io;
  const packed = getChunks(store.sql, "publication", n);
  const landedLate = () => {
    const state = store.read();
    if (state) store.change({ again: [now(), ...state.again] });
    io.wakeAgain();
  };
  const key = boardKey(board);
  if (packed === null) await deliver({ kv, timer, landedLate }, { puts: [], removals: [key] });
  else {
    const bytes = await gunzip(packed);
    const document = JSON.parse(new TextDecoder().decode(bytes)) as BoardDocument;
    const metadata = boardMetadata(document, await etagOf(bytes));
    await deliver({ kv, timer, landedLate }, { puts: [{ key, bytes, metadata }], removals: [] });
  }
  transaction(() => {
    acknowledge(store.sql, n, new Date(now()).toISOString());
    store.change({ pending: null, lastPutAt: now() });
  });
}

/** Puts what was put last once more, changed or not. */
async function putAgain(io: BoardIo): Promise<void> {
  const state = io.store.read();
  const n = lastNumber(io.store.sql);
  if (state === null || n === 0) return;
  await put(io, state.board, n);
  const { again = [], dueAt = null } = io.store.read() ?? {};
  const later = io.now() + QUIET_GAP_MS;
  io.store.change({
    again: again.filter((at) => at > io.now()),
    dueAt: dueAt === null ? null : Math.max(dueAt, later),
  });
}

/** How many rows show another publication of their race than the last one put. */
async function newRows({ store }: BoardIo, document: BoardDocument): Promise<number> {
  const packed = getChunks(store.sql, "publication", lastNumber(store.sql));
  if (packed === null) return 0;
  const last = JSON.parse(new TextDecoder().decode(await gunzip(packed))) as BoardDocument;
  const known = new Map(rowsOf(last).map((row) => [row.id, row.publication]));
  return rowsOf(document).filter((row) => known.get(row.id) !== row.publication).length;
}

function rowsOf({ groups }: BoardDocument) {
  return groups.flatMap(({ races }) => races);
}

/** Its own number and time alone make no publication new. */
function contentOf(document: BoardDocument): Promise<string> {
  return fingerprint(JSON.stringify({ ...document, publication: 0, updatedAt: "" }));
}
