import { type Feed, feed } from "../../../../src/race/schema/feeds.ts";
import { type FeedHealth, healthOf } from "../../../../src/worker/desk/feeds/health.ts";

export const NOON = "2026-11-03T17:00:00.000Z";

/** `NOON` and so many seconds. */
export function after(seconds: number): string {
  return new Date(Date.parse(NOON) + seconds * 1000).toISOString();
}

export function aFeed(changes: Partial<Feed> = {}): Feed {
  return feed.parse({
    id: "count",
    section: "results",
    url: "https://results.example.org/detail.xml",
    format: "clarity",
    everySeconds: 60,
    ...changes,
  });
}

export function aHealth(changes: Partial<FeedHealth> = {}, of: Feed = aFeed()): FeedHealth {
  return { ...healthOf(of, undefined, NOON), ...changes };
}
