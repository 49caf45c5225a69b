import { checkAddress } from "./check-address.ts";
import type { FeedPolicy } from "./policy.ts";

/**
 * The address that a source names for what changes next, over https where it says http; null where
 * it isn't at the feed's own host, which alone may have its keys.
 */
export function nextAddress(said: string | null, url: string, policy: FeedPolicy): string | null {
  if (said === null) return null;
  const own = URL.parse(url);
  const next = URL.parse(said, url);
  if (own === null || next === null || next.host !== own.host) return null;
  next.protocol = own.protocol;
  return checkAddress(next.href, null, policy).ok ? next.href : null;
}
