import type { RaceBrief } from "../../../race/board/brief.ts";
import { holds } from "../../../race/board/matches.ts";
import type { BoardSource } from "../../../race/board/source.ts";

const TABLES = `
CREATE TABLE IF NOT EXISTS briefs (
  race TEXT PRIMARY KEY,
  publication INTEGER NOT NULL,
  at TEXT NOT NULL,
  seq INTEGER NOT NULL,
  brief TEXT
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS briefs_by_seq ON briefs (seq);
CREATE TABLE IF NOT EXISTS boards (
  board TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  source TEXT,
  toldAt INTEGER
) WITHOUT ROWID;
`;

/** One publication of a race that KV has acknowledged; `brief` is null where it was withdrawn. */
export type Told = {
  readonly race: string;
  readonly publication: number;
  /** When KV acknowledged it, ISO 8601. */
  readonly at: string;
  readonly brief: RaceBrief | null;
};

/** A race that has changed, and the place of that in the order of all changes. */
export type Change = Omit<Told, "brief"> & { readonly seq: number; readonly withdrawn: boolean };

/**
 * What the registry knows of races as readers have them, and of boards. Only what KV acknowledged
 * is ever told here, so whatever is drawn from it shows nothing that readers can't open.
 */
export class KnownBriefs {
  readonly #storage: Pick<DurableObjectStorage, "sql" | "transactionSync">;
  /** Boards as they were parsed last: every publication of every race asks them. */
  #boards: ReadonlyMap<string, BoardSource> | null = null;

  constructor(storage: Pick<DurableObjectStorage, "sql" | "transactionSync">) {
    this.#storage = storage;
    storage.sql.exec(TABLES);
  }

  /**
   * Takes in a publication. What comes late or twice is no news, and gives null; otherwise gives
   * what was known of the race before.
   */
  tell({ race, publication, at, brief }: Told): { readonly before: RaceBrief | null } | null {
    const { sql } = this.#storage;
    return this.#storage.transactionSync(() => {
      const [known] = sql
        .exec<{ publication: number; brief: string | null }>(
          "SELECT publication, brief FROM briefs WHERE race = ?",
          race,
        )
        .toArray();
      if (known !== undefined && known.publication >= publication) return null;
      sql.exec(
        `INSERT OR REPLACE INTO briefs (race, publication, at, seq, brief)
         VALUES (?, ?, ?, (SELECT coalesce(max(seq), 0) + 1 FROM briefs), ?)`,
        race,
        publication,
        at,
        brief && JSON.stringify(brief),
      );
      return { before: known?.brief ? (JSON.parse(known.brief) as RaceBrief) : null };
    });
  }

  /** Every race that readers have, by id. */
  all(): RaceBrief[] {
    return this.#storage.sql
      .exec<{ brief: string }>("SELECT brief FROM briefs WHERE brief IS NOT NULL ORDER BY race")
      .toArray()
      .map(({ brief }) => JSON.parse(brief) as RaceBrief);
  }

  /** Ids of every race that a publication is known of, withdrawn ones too. */
  races(): ReadonlySet<string> {
    const rows = this.#storage.sql.exec<{ race: string }>("SELECT race FROM briefs").toArray();
    return new Set(rows.map(({ race }) => race));
  }

  /** The races that changed after the place `since`, each once, in the order of their last change. */
  changes(since: number, limit: number): Change[] {
    return this.#storage.sql
      .exec<{ race: string; publication: number; at: string; seq: number; withdrawn: number }>(
        `SELECT race, publication, at, seq, brief IS NULL AS withdrawn FROM briefs
         WHERE seq > ? ORDER BY seq LIMIT ?`,
        since,
        limit,
      )
      .toArray()
      .map((row) => ({ ...row, withdrawn: row.withdrawn === 1 }));
  }

  /** @param source null: there is no such board any more */
  putBoard(board: string, revision: number, source: BoardSource | null): void {
    this.#storage.sql.exec(
      `INSERT INTO boards (board, revision, source, toldAt) VALUES (?, ?, ?, NULL)
       ON CONFLICT (board) DO UPDATE SET revision = excluded.revision, source = excluded.source
       WHERE excluded.revision > revision`,
      board,
      revision,
      source && JSON.stringify(source),
    );
    this.#boards = null;
  }

  /** What is known of a board's races. From now on it has to be told of the next change. */
  ofBoard(board: string): RaceBrief[] {
    this.#storage.sql.exec("UPDATE boards SET toldAt = NULL WHERE board = ?", board);
    const source = this.#sources().get(board);
    return source === undefined ? [] : this.all().filter((race) => holds(source, race));
  }

  /**
   * Notes that every board that holds the race, as it was or as it is, has news, and gives those
   * that weren't told of any yet.
   */
  mark(versions: readonly (RaceBrief | null)[], now: number): string[] {
    const { sql } = this.#storage;
    const waiting = new Set(this.#told(Infinity));
    const boards = [...this.#sources()]
      .filter(([, source]) => versions.some((race) => race !== null && holds(source, race)))
      .map(([board]) => board)
      .filter((board) => !waiting.has(board));
    for (const board of boards)
      sql.exec("UPDATE boards SET toldAt = ? WHERE board = ?", now, board);
    return boards;
  }

  /** Boards that were told before `before` (milliseconds since 1970) and haven't asked since. */
  overdue(before: number): string[] {
    return this.#told(before);
  }

  /** A board was told anew. */
  toldAgain(board: string, now: number): void {
    this.#storage.sql.exec(
      "UPDATE boards SET toldAt = ? WHERE board = ? AND toldAt IS NOT NULL",
      now,
      board,
    );
  }

  /** Whether any board has been told and hasn't asked yet. */
  isAnyoneWaiting(): boolean {
    return this.#told(Infinity).length > 0;
  }

  #told(before: number): string[] {
    const last = Number.isFinite(before) ? before : Number.MAX_SAFE_INTEGER;
    return this.#storage.sql
      .exec<{ board: string }>(
        "SELECT board FROM boards WHERE toldAt IS NOT NULL AND toldAt < ? ORDER BY board",
        last,
      )
      .toArray()
      .map(({ board }) => board);
  }

  #sources(): ReadonlyMap<string, BoardSource> {
    this.#boards ??= new Map(
      this.#storage.sql
        .exec<{ board: string; source: string }>(
          "SELECT board, source FROM boards WHERE source IS NOT NULL ORDER BY board",
        )
        .toArray()
        .map(({ board, source }) => [board, JSON.parse(source) as BoardSource]),
    );
    return this.#boards;
  }
}
