import type { FeedHealth } from "../feeds/health.ts";

/** What the desk knows of its feeds, by feed id. */
export function readHealth(sql: SqlStorage): Map<string, FeedHealth> {
  const rows = sql.exec<{ health: string }>("SELECT health FROM feeds").toArray();
  const records = rows.map((row) => JSON.parse(row.health) as FeedHealth);
  return new Map(records.map((record) => [record.feed, record]));
}

export function writeHealth(sql: SqlStorage, health: FeedHealth): void {
  sql.exec(
    "INSERT INTO feeds (feed, health) VALUES (?, ?) ON CONFLICT (feed) DO UPDATE SET health = excluded.health",
    health.feed,
    JSON.stringify(health),
  );
}

/** Forgets feeds that the race no longer names. */
export function keepOnly(sql: SqlStorage, feeds: readonly string[]): void {
  for (const feed of readHealth(sql).keys())
    if (!feeds.includes(feed)) sql.exec("DELETE FROM feeds WHERE feed = ?", feed);
}
