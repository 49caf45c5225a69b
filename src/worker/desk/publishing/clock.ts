import { nextMidnight } from "../../../race/dates.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import { certificatesBy } from "../../../race/status.ts";

/** A race that nobody certifies must not cost a publication a day for ever. */
const DAYS_AFTER_CLOSE = 30;
const DAY_MS = 86_400_000;
const DATE_LENGTH = "2017-06-20".length;

/**
 * When the clock alone next changes what readers see, in milliseconds since 1970: a new local
 * day, until a month after polls close; polls opening or closing; a call, a certification or a poll
 * entered ahead of its time. Null for a race whose clock is pinned, and for one that is certified.
 */
export function nextClockMoment(
  { race, polls, calls }: Pick<RaceData, "race" | "polls" | "calls">,
  now: number,
): number | null {
  if (race.asOf !== null) return null;
  const moment = new Date(now).toISOString();
  if (certificatesBy(race, moment).length > 0) return null;
  const lastDay = Date.parse(race.voting.closes) + DAYS_AFTER_CLOSE * DAY_MS;
  const ahead = [
    ...(now < lastDay ? [nextMidnight(moment, race.timeZone)] : []),
    race.voting.opens,
    race.voting.closes,
    ...(calls?.calls ?? []).map((call) => call.at),
    ...race.certified.map((certificate) => certificate.at),
    // A date alone is midnight's business.
    ...[
      ...race.polls.published.map(({ asOf }) => asOf),
      ...(polls?.polls ?? []).map(({ publishedAt }) => publishedAt ?? ""),
    ].filter((at) => at.length > DATE_LENGTH),
  ]
    .map((at) => Date.parse(at))
    .filter((at) => at > now);
  return ahead.length === 0 ? null : ahead.reduce((first, at) => Math.min(first, at));
}
