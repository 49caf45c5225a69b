import { CHUNK_LIMIT_BYTES, gunzip, gzip } from "../storage/chunks.ts";
import type { Validators } from "./fetch-feed.ts";

/** How a shared feed stands. Times are milliseconds since 1970. */
export type SharedState = {
  readonly lastAttempt: number | null;
  /** When its source last gave a file, or said that there is no newer one. */
  readonly answeredAt: number | null;
  /** Why the last attempt failed; null: it didn't. */
  readonly failure: string | null;
  readonly failures: number;
  /** Its source asked to be left alone until then. */
  readonly notBefore: number | null;
  /** The address that gives only what has changed since. */
  readonly next: string | null;
  /** What tells the last file of `address` from a newer one. */
  readonly validators: (Validators & { readonly address: string }) | null;
  readonly lastModified: string | null;
};

const NEW: SharedState = {
  lastAttempt: null,
  answeredAt: null,
  failure: null,
  failures: 0,
  notBefore: null,
  next: null,
  validators: null,
  lastModified: null,
};

const TABLES = `
CREATE TABLE IF NOT EXISTS shared_feed (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shared_files (
  contest TEXT NOT NULL,
  part INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (contest, part)
);
`;

/** A shared feed's tables; docs/storage.md has an example row of each. */
export class SharedFeedStore {
  readonly #storage: Pick<DurableObjectStorage, "sql" | "transactionSync">;

  constructor(storage: Pick<DurableObjectStorage, "sql" | "transactionSync">) {
    this.#storage = storage;
    storage.sql.exec(TABLES);
  }

  state(): SharedState {
    const [row] = this.#storage.sql
      .exec<{ value: string }>("SELECT value FROM shared_feed WHERE name = 'state'")
      .toArray();
    return { ...NEW, ...(row && (JSON.parse(row.value) as Partial<SharedState>)) };
  }

  /** Changes some fields and keeps the rest. */
  write(change: Partial<SharedState>): void {
    this.#storage.sql.exec(
      "INSERT OR REPLACE INTO shared_feed (name, value) VALUES ('state', ?)",
      JSON.stringify({ ...this.state(), ...change }),
    );
  }

  /** The contests there are files of; `""` is a file that isn't cut. */
  keys(): readonly string[] {
    return this.#storage.sql
      .exec<{ contest: string }>("SELECT DISTINCT contest FROM shared_files ORDER BY contest")
      .toArray()
      .map(({ contest }) => contest);
  }

  /** @param isWhole whether what isn't among `files` is no more */
  async keep(files: ReadonlyMap<string, Uint8Array>, isWhole: boolean): Promise<void> {
    const packed: (readonly [string, Uint8Array])[] = [];
    for (const [key, bytes] of files) packed.push([key, await gzip(bytes)]);
    const { sql } = this.#storage;
    this.#storage.transactionSync(() => {
      if (isWhole) sql.exec("DELETE FROM shared_files");
      for (const [key, bytes] of packed) {
        sql.exec("DELETE FROM shared_files WHERE contest = ?", key);
        for (let part = 0; part * CHUNK_LIMIT_BYTES < bytes.byteLength; part++)
          sql.exec(
            "INSERT INTO shared_files (contest, part, data) VALUES (?, ?, ?)",
            key,
            part,
            bytes.slice(part * CHUNK_LIMIT_BYTES, (part + 1) * CHUNK_LIMIT_BYTES),
          );
      }
    });
  }

  files(keys: readonly string[]): Promise<readonly Uint8Array[]> {
    return Promise.all(
      keys.map(async (key) => {
        const parts = this.#storage.sql
          .exec<{ data: ArrayBuffer }>(
            "SELECT data FROM shared_files WHERE contest = ? ORDER BY part",
            key,
          )
          .toArray();
        const packed = await new Blob(parts.map(({ data }) => data)).arrayBuffer();
        return gunzip(new Uint8Array(packed));
      }),
    );
  }
}
