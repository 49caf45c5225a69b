import { DurableObject } from "cloudflare:workers";
import type { Feed } from "../../../race/schema/feeds.ts";
import type { FeedAnswer, FeedAsk } from "./feed-answer.ts";
import { type FeedSettings, feedPolicy } from "./policy.ts";
import { SharedFeed } from "./shared-feed.ts";

/** Nobody asks any more after so long: what the source gave is thrown away. */
const KEEP_MS = 30 * 86_400_000;

/**
 * One feed's address with the names of its secrets: asked once for all races that share it. Nothing
 * but a door; races ask when their own alarm says so, and so none of this needs one to go on.
 */
export class FeedDesk extends DurableObject<FeedSettings> {
  #feed: SharedFeed | null = null;

  async ask(wanted: FeedAsk): Promise<FeedAnswer> {
    const { storage } = this.ctx;
    this.#feed ??= new SharedFeed({
      storage,
      now: Date.now,
      fetch: (url, init) => fetch(url, init),
      policy: feedPolicy(this.env),
      env: this.env,
    });
    const answer = await this.#feed.ask(wanted);
    await storage.setAlarm(Date.now() + KEEP_MS);
    return answer;
  }

  override async alarm(): Promise<void> {
    this.#feed = null;
    await this.ctx.storage.deleteAll();
  }
}

/** Asks the desk of a feed, which is the same for all races that name it alike. */
export function askFeedDesk(
  feeds: DurableObjectNamespace<FeedDesk>,
  wanted: FeedAsk,
): Promise<FeedAnswer> {
  return feeds.get(feeds.idFromName(feedName(wanted))).ask(wanted);
}

/** What makes two feeds one: address, format, and which secrets it is asked with. */
export function feedName({
  url,
  format,
  headers,
}: Pick<Feed, "url" | "format" | "headers">): string {
  const named = Object.entries(headers).map(([name, secret]) => [name.toLowerCase(), secret]);
  return JSON.stringify([url, format, named.toSorted()]);
}
