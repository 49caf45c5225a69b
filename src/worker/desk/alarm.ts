import { type Desk, schedule } from "./desk.ts";
import { startFeedRound } from "./feeds/feed-round.ts";
import { LONGEST_WAIT_MS, publishingDueAt } from "./publishing/next-alarm.ts";
import { isLookDue, lookAgain } from "./publishing/look-again.ts";
import { publishOnce } from "./publishing/publisher.ts";
import { getPublishState } from "./storage/state.ts";

/**
 * Does what is due by now, and sets the alarm for what comes next. Never throws: the runtime tries
 * an alarm that fails six times, and then never again.
 */
export async function runDue(desk: Desk): Promise<void> {
  const { sql, now, storage } = desk;
  try {
    startFeedRound(desk);
    const dueAt = publishingDueAt(getPublishState(sql), now());
    if (dueAt !== null && dueAt <= now()) await publishOnce(desk);
    else if (isLookDue(desk)) await lookAgain(desk);
    await schedule(desk);
  } catch (error) {
    desk.report(error);
    await storage.setAlarm(now() + LONGEST_WAIT_MS);
  }
}
