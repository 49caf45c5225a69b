import { type Desk, schedule } from "./desk.ts";
import { startFeedRound } from "./feeds/feed-round.ts";
import { publishOnce } from "./publishing/publisher.ts";
import { getPublishState } from "./storage/state.ts";

/** Does what is due by now, and sets the alarm for what comes next. */
export async function runDue(desk: Desk): Promise<void> {
  startFeedRound(desk);
  const { dueAt, clockDueAt } = getPublishState(desk.sql);
  // A pending publication takes the clock's change along.
  if ((dueAt ?? clockDueAt ?? Infinity) <= desk.now()) await publishOnce(desk);
  await schedule(desk);
}
