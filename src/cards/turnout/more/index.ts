import { CountByDay } from "./count-by-day.tsx";

/** What the turnout card shows once it is touched. */
export const turnoutMore = { byDay: CountByDay };
