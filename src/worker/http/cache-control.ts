import type { Status } from "../../race/schema/document.ts";

/**
 * How long an answer may be reused. Cards ask with `no-cache` and are never served from these;
 * they are for everybody else's copies: a fifth of the time after which a card would ask again,
 * then as long again while a new copy is fetched, and a day where the alternative is an error.
 */
const BY_STATUS = {
  upcoming: fresh(60),
  voting: fresh(24),
  counting: fresh(3),
  called: fresh(12),
  certified: fresh(300),
} as const satisfies Record<Status, string>;

/** The list of races, which itself is held for two minutes. */
const OF_NO_RACE = fresh(60);

/** A last good copy: ask again soon, but not all at once. */
export const CACHE_STALE = "public, max-age=2, stale-if-error=86400";

/** A race that isn't there may be published any moment. */
export const CACHE_ABSENT = "public, max-age=5";

export function cacheControl(status: Status | null): string {
  return status === null ? OF_NO_RACE : BY_STATUS[status];
}

function fresh(seconds: number): string {
  return `public, max-age=${seconds}, stale-while-revalidate=${seconds}, stale-if-error=86400`;
}
