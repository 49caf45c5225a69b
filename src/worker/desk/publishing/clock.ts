import { datesOf } from "../../../race/compile/known-data.ts";
import { isDate, localDate, nextMidnight } from "../../../race/dates.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import { certificatesBy } from "../../../race/status.ts";

/** A race that nobody certifies must not cost a publication a day for ever. */
const DAYS_AFTER_CLOSE = 30;
const DAY_MS = 86_400_000;

/**
 * When the clock alone next changes what readers see, in milliseconds since 1970: a new local day,
 * until a month after polls close or a certificate; polls opening or closing; whatever readers may
 * not know yet coming to be known; a time of silence beginning or ending. Null: never. A pinned
 * clock moves only for silence, and for what was entered ahead of both clocks.
 */
export function nextClockMoment(data: RaceData, now: number): number | null {
  const { race } = data;
  const moment = new Date(now).toISOString();
  const today = localDate(moment, race.timeZone);
  const dates = datesOf(data);
  // Neither a pinned clock nor a race whose office has certified it moves by itself.
  const moves = race.asOf === null && certificatesBy(race, moment).length === 0;
  const days =
    dates.some(([when]) => isDate(when) && when > today) || (moves && now < lastDayOf(race));
  const ahead = [
    ...dates
      .filter(([when]) => !isDate(when))
      .map(([when, clockSkewMs]) => Date.parse(when) - clockSkewMs),
    ...(days ? [Date.parse(nextMidnight(moment, race.timeZone))] : []),
    ...(moves ? [Date.parse(race.voting.opens), Date.parse(race.voting.closes)] : []),
  ].filter((at) => race.asOf === null || at <= Date.parse(race.asOf));
  // Laws know of no pinned clock.
  const quiet = race.quiet.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]);
  const next = [...ahead, ...quiet].filter((at) => at > now);
  return next.length === 0 ? null : next.reduce((first, at) => Math.min(first, at));
}

/** Ages of polls grow with each day, as long as somebody looks. */
function lastDayOf({ voting }: RaceData["race"]): number {
  return Date.parse(voting.closes) + DAYS_AFTER_CLOSE * DAY_MS;
}
