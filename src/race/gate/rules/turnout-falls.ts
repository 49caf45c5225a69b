import { latestDay, type TurnoutDay, turnoutDays } from "../../sections/turnout/turnout-days.ts";
import type { Finding, Proposal } from "../doubt.ts";
import { highOf } from "../highs.ts";
import { number } from "../say.ts";

/** Of the ballots cast: what offices take back when they mend a typing error. */
const SMALL_SHARE = 0.002;

/** Ballots are counted upwards: a count that falls, or is gone, is a slip. */
export function turnoutFalls({ before, after, highs }: Proposal): Finding[] {
  const then = turnoutDays(before?.turnout);
  const now = turnoutDays(after.turnout);
  // What is emptied altogether is another rule's.
  if (then.size === 0 || now.size === 0) return [];
  const found: Finding[] = [];
  let running: TurnoutDay | null = null;
  const kept = (day: TurnoutDay) => then.get(day.date)?.ballots === day.ballots;
  for (const [date, day] of now) {
    const old = then.get(date);
    const high = highOf(highs, `turnout.${date}`, old?.ballots ?? 0);
    if (old && day.ballots < old.ballots && isDeep(high, day.ballots))
      found.push(falls([date], `ballots cast by ${date}`, old.ballots, day.ballots));
    else if (running && isDeep(running.ballots, day.ballots) && !(kept(day) && kept(running)))
      found.push({
        ...falls([date], "", running.ballots, day.ballots),
        message: `ballots cast by ${date}: ${number(day.ballots)}, fewer than the ${number(running.ballots)} by ${running.date}`,
      });
    running = day;
  }
  const last = latestDay(then);
  const end = latestDay(now);
  // Dropping the latest day brings back an older total.
  if (last && !now.has(last.date) && isDeep(last.ballots, end?.ballots ?? 0)) {
    const gone = [...then.keys()].filter((date) => !now.has(date) && date > (end?.date ?? ""));
    found.push(falls(gone, "ballots cast so far", last.ballots, end?.ballots ?? 0));
  }
  return found;
}

function isDeep(from: number, to: number): boolean {
  return from - to > SMALL_SHARE * from;
}

function falls(dates: readonly string[], name: string, before: number, after: number): Finding {
  const scope = dates.at(-1) ?? "all";
  return {
    section: "turnout",
    scope,
    parts: dates,
    place: { date: scope },
    path: `turnout.${scope}`,
    message: `${name}: would fall from ${number(before)} to ${number(after)}`,
    before,
    after,
  };
}
