import { raceKey } from "../../store/keys.ts";
import { storedTags } from "../../store/stored-tags.ts";
import type { Desk } from "../desk.ts";
import { getPublishState, getRaceId, setPublishState } from "../storage/state.ts";
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
  const wrong = await wrongKeys(desk, before.doubt?.keys ?? []);
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

/**
 * The keys under which KV has something else than was published last, nothing at all, or something
 * although nothing was published.
 * @param doubtful keys beside those of the last publication
 */
export async function wrongKeys(
  { sql, kv }: Pick<Desk, "sql" | "kv">,
  doubtful: readonly string[] = [],
): Promise<readonly string[]> {
  const race = getRaceId(sql);
  const parts = getPublishState(sql).published?.parts ?? {};
  const keys = [...Object.keys(parts), ...doubtful, raceKey(race)];
  const found = await storedTags(kv, race, keys);
  const all = new Set([...keys, ...found.keys()]);
  return [...all].filter((key) => found.get(key) !== parts[key]?.etag);
}
