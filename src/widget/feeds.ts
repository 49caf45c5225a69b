import { RaceFeed, type Listener } from "./race-feed.ts";
import { browser, type Environment } from "./environment.ts";

/** The races that the page's cards show, by address. */
const feeds = new Map<string, RaceFeed>();

/**
 * Shows a race to a listener, at once and whenever something changes, until the returned function
 * is called. All listeners of one address share one feed.
 */
export function followRace(
  address: string,
  raceId: string,
  live: boolean,
  listener: Listener,
  environment: Environment = browser,
): () => void {
  const feed = feeds.get(address) ?? new RaceFeed(environment, address, raceId);
  feeds.set(address, feed);
  feed.join(listener, live);
  return () => {
    if (feed.leave(listener) && feeds.get(address) === feed) {
      feed.close();
      feeds.delete(address);
    }
  };
}
