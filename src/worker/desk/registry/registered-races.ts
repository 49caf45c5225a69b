const TABLES = `
CREATE TABLE IF NOT EXISTS races (
  race TEXT PRIMARY KEY,
  since TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
`;

const FILLED = "filled";
const BRIEFED = "briefed";

/** The registry's tables; docs/storage.md has an example row of each. Races are never taken out. */
export class RegisteredRaces {
  readonly #storage: Pick<DurableObjectStorage, "sql" | "transactionSync">;
  readonly #now: () => number;

  constructor(storage: Pick<DurableObjectStorage, "sql" | "transactionSync">, now: () => number) {
    this.#storage = storage;
    this.#now = now;
    storage.sql.exec(TABLES);
  }

  add(races: readonly string[]): void {
    const since = new Date(this.#now()).toISOString();
    for (const race of races)
      this.#storage.sql.exec(
        "INSERT OR IGNORE INTO races (race, since) VALUES (?, ?)",
        race,
        since,
      );
  }

  /** Takes in what KV had, all or nothing, and remembers that it did. */
  fill(races: readonly string[]): void {
    this.#storage.transactionSync(() => {
      this.add(races);
      this.#storage.sql.exec(
        "INSERT OR IGNORE INTO state (name, value) VALUES (?, 'true')",
        FILLED,
      );
    });
  }

  isFilled(): boolean {
    return this.#is(FILLED);
  }

  /** Whether every race that was there before desks told of their publications has been looked at. */
  isBriefed(): boolean {
    return this.#is(BRIEFED);
  }

  setBriefed(): void {
    const insert = "INSERT OR IGNORE INTO state (name, value) VALUES (?, 'true')";
    this.#storage.sql.exec(insert, BRIEFED);
  }

  #is(name: string): boolean {
    const { sql } = this.#storage;
    return sql.exec("SELECT 1 FROM state WHERE name = ?", name).toArray().length > 0;
  }

  /** By id. */
  all(): { race: string; since: string }[] {
    return this.#storage.sql
      .exec<{ race: string; since: string }>("SELECT race, since FROM races ORDER BY race")
      .toArray();
  }
}
