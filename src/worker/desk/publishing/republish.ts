import { type Desk, schedule } from "../desk.ts";
import { dueAfter } from "./publisher.ts";
import { getPublishState, setPublishState } from "../storage/state.ts";
import type { DeskSummary } from "../../../contract/desk/summary.ts";
import { summarize } from "../summary.ts";

/**
 * Orders every key of the race to be written to KV again, changed or not. Asked for in the middle
 * of a long back-off, it also tries at once.
 */
export async function republish(desk: Desk): Promise<DeskSummary> {
  const { sql, now } = desk;
  const state = getPublishState(sql);
  setPublishState(sql, { rebuild: true, dueAt: dueAfter({ ...state, dueAt: null }, now()) });
  await schedule(desk);
  return summarize(desk);
}
