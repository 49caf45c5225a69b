import type { Desk } from "../desk.ts";
import { getPublishState, setPublishState } from "../storage/state.ts";
import { stored } from "../stored.ts";
import { dueAfter } from "./publisher.ts";

/** Whether it is time to look; not while a publication is pending, which settles the doubt anew. */
export function isLookDue({ sql, now }: Desk): boolean {
  const { doubt, dueAt } = getPublishState(sql);
  return dueAt === null && (doubt?.looks[0] ?? Infinity) <= now();
}

/** Looks whether KV has what was put last, and has it put again where it hasn't. */
export async function lookAgain(desk: Desk): Promise<void> {
  const { sql, now } = desk;
  const before = getPublishState(sql);
  const { missing, different, unexpected } = await stored(desk, before.doubt?.keys);
  const wrong = [...missing, ...different, ...unexpected];
  const state = getPublishState(sql);
  // What was published while we looked brings a doubt of its own.
  if (state.doubt === null || state.published?.publication !== before.published?.publication)
    return;
  const looks = state.doubt.looks.filter((at) => at > now());
  if (wrong.length === 0) {
    setPublishState(sql, { doubt: looks.length === 0 ? null : { ...state.doubt, looks } });
    return;
  }
  const keys = [...new Set([...state.doubt.keys, ...wrong])];
  setPublishState(sql, {
    doubt: { keys, looks },
    rebuild: true,
    dueAt: dueAfter(state, now()),
  });
}
