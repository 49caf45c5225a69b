import { isDate, localDate } from "../../dates.ts";
import type { DatedFigure, QuietPeriod } from "../definition.ts";

/** Parts of the polls that laws silence. */
export const quietPolls = {
  /** Canada: no poll that comes out on polling day; those that are out already may stay. */
  new_polls: ({ known }: DatedFigure, { from, timeZone }: QuietPeriod) =>
    // A date alone may be an hour of that day after the silence began.
    isDate(known) ? known >= localDate(from, timeZone) : Date.parse(known) >= Date.parse(from),
  /** Germany: nothing that voters on their way out were asked, before the polls close. */
  exit_polls: ({ ended }: DatedFigure, { electionDate }: QuietPeriod) => ended >= electionDate,
} as const;
