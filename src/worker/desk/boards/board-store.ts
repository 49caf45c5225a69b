import { CHUNKS_TABLE } from "../storage/chunks.ts";
import { PUBLICATIONS_TABLE } from "../storage/tables.ts";

/** A board's tables; docs/storage.md has an example row of each. */
const TABLES = `
CREATE TABLE IF NOT EXISTS board_revisions (
  n INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  note TEXT,
  body TEXT
);
${PUBLICATIONS_TABLE}
${CHUNKS_TABLE}
CREATE TABLE IF NOT EXISTS board_state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
`;

/** One version of board.json; `body` is its JSON, null where the board was taken away. */
export type BoardRevision = {
  readonly n: number;
  /** ISO 8601. */
  readonly at: string;
  /** The token that sent it. */
  readonly author: string;
  readonly note: string | null;
  readonly body: string | null;
};

/** Where a board's publishing stands. Times are milliseconds since 1970. */
export type BoardState = {
  readonly board: string;
  /** The revision that the registry knows; 0: none. */
  readonly registered: number;
  /** Readers lack something, as far as this desk was told. */
  readonly dirty: boolean;
  /** When the next attempt is due; null: nothing is pending. */
  readonly dueAt: number | null;
  readonly lastPutAt: number;
  /** How many rows were new in the last put. */
  readonly changed: number;
  readonly failures: number;
  readonly lastError: { readonly at: string; readonly message: string } | null;
  /** What readers have, in short; null: nothing, or nobody knows. */
  readonly content: string | null;
  /** The publication that was written down and that KV hasn't acknowledged. */
  readonly pending: number | null;
  /** When to put the same again, because a write that was given up may have landed over it. */
  readonly again: readonly number[];
};

const NEW: Omit<BoardState, "board"> = {
  registered: 0,
  dirty: false,
  dueAt: null,
  lastPutAt: 0,
  changed: 0,
  failures: 0,
  lastError: null,
  content: null,
  pending: null,
  again: [],
};

/** A board's rows. Asking about a board that nobody put makes no tables. */
export class BoardStore {
  readonly sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.sql = sql;
  }

  exists(): boolean {
    const found = this.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'board_state'");
    return found.toArray().length > 0;
  }

  make(board: string): void {
    this.sql.exec(TABLES);
    if (this.read() === null) this.write({ ...NEW, board });
  }

  /** Null before the board was first put. */
  read(): BoardState | null {
    if (!this.exists()) return null;
    const [row] = this.sql
      .exec<{ value: string }>("SELECT value FROM board_state WHERE name = 'publishing'")
      .toArray();
    return row ? { ...NEW, ...(JSON.parse(row.value) as BoardState) } : null;
  }

  change(change: Partial<BoardState>): void {
    const state = this.read();
    if (state !== null) this.write({ ...state, ...change });
  }

  write(state: BoardState): void {
    this.sql.exec(
      `INSERT INTO board_state (name, value) VALUES ('publishing', ?)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      JSON.stringify(state),
    );
  }

  addRevision({ at, author, note, body }: Omit<BoardRevision, "n">): number {
    const n = (this.latest()?.n ?? 0) + 1;
    this.sql.exec(
      "INSERT INTO board_revisions (n, at, author, note, body) VALUES (?, ?, ?, ?, ?)",
      n,
      at,
      author,
      note,
      body,
    );
    return n;
  }

  latest(): BoardRevision | null {
    if (!this.exists()) return null;
    const [row] = this.sql
      .exec<{ [K in keyof BoardRevision]: BoardRevision[K] }>(
        "SELECT * FROM board_revisions ORDER BY n DESC LIMIT 1",
      )
      .toArray();
    return row ?? null;
  }
}
