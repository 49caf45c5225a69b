import { BODY_FORM } from "../../../race/migrate/stored-body.ts";
import { moveOldLogs } from "./public-log.ts";
import { CHUNKS_TABLE } from "./chunks.ts";
import { setBodyForm, setRaceId } from "./state.ts";

/** What readers saw: of a race here, of a board at its own desk. */
export const PUBLICATIONS_TABLE = `
CREATE TABLE IF NOT EXISTS publications (
  n INTEGER PRIMARY KEY,
  computedFor TEXT NOT NULL,
  acknowledgedAt TEXT,
  etag TEXT,
  firstRevision INTEGER NOT NULL,
  lastRevision INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS publications_by_time ON publications (acknowledgedAt);`;

/**
 * A desk's tables; docs/storage.md has an example row of each. `revisions` and `publications`
 * only ever grow, and so do their chunks.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS revisions (
  n INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  approver TEXT,
  section TEXT NOT NULL,
  action TEXT NOT NULL,
  restores INTEGER,
  note TEXT,
  correction TEXT,
  bytes INTEGER NOT NULL,
  body TEXT,
  hash TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS revisions_by_section ON revisions (section, n);
${PUBLICATIONS_TABLE}
${CHUNKS_TABLE}
CREATE TABLE IF NOT EXISTS outbox (
  n INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  metadata TEXT
);
CREATE TABLE IF NOT EXISTS idempotency (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (scope, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS idempotency_by_time ON idempotency (at);
CREATE TABLE IF NOT EXISTS held (
  held INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  section TEXT NOT NULL,
  action TEXT NOT NULL,
  restores INTEGER,
  base INTEGER,
  note TEXT,
  correction TEXT,
  bytes INTEGER NOT NULL,
  body TEXT,
  reasons TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS held_contents (
  content INTEGER PRIMARY KEY AUTOINCREMENT,
  held INTEGER NOT NULL,
  author TEXT NOT NULL,
  body TEXT
);
CREATE INDEX IF NOT EXISTS contents_by_held ON held_contents (held, content);
CREATE TABLE IF NOT EXISTS public_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  log TEXT NOT NULL,
  n INTEGER NOT NULL,
  entry TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS public_log_by_log ON public_log (log, id);
CREATE TABLE IF NOT EXISTS feeds (
  feed TEXT PRIMARY KEY,
  health TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
`;

/** Columns that came after version 0.1.0. SQLite adds none that is there. */
const NEW_COLUMNS = {
  held: ["scope TEXT", "place TEXT", "parts TEXT", "updatedAt TEXT", "droppedAt TEXT"],
} as const;

/** Makes all tables, for the race of that id. */
export function makeTables(sql: SqlStorage, race: string): void {
  createTables(sql);
  setRaceId(sql, race);
  setBodyForm(sql, BODY_FORM);
}

/** Gives a desk that an earlier version made the tables that came since. */
export function upgradeTables(sql: SqlStorage): void {
  createTables(sql);
  moveOldLogs(sql);
}

function createTables(sql: SqlStorage): void {
  sql.exec(TABLES);
  for (const [table, columns] of Object.entries(NEW_COLUMNS)) {
    const known = new Set(
      sql
        .exec<{ name: string }>("SELECT name FROM pragma_table_info(?)", table)
        .toArray()
        .map(({ name }) => name),
    );
    for (const column of columns)
      if (!known.has(column.split(" ")[0] ?? ""))
        sql.exec(`ALTER TABLE ${table} ADD COLUMN ${column}`);
  }
}

export function hasTables(sql: SqlStorage): boolean {
  const found = sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'state'");
  return found.toArray().length > 0;
}
