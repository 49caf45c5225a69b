import type { Desk } from "../desk.ts";
import { getRaceId, isEnlisted, setEnlisted } from "../storage/state.ts";

/**
 * Has the registry know this race, once. A write is acknowledged only after this, so that whatever
 * was acknowledged can be found again without KV.
 * @throws when the registry can't be reached
 */
export async function enlist(
  { sql }: Pick<Desk, "sql">,
  register: (race: string) => Promise<void>,
): Promise<void> {
  if (isEnlisted(sql)) return;
  await register(getRaceId(sql));
  setEnlisted(sql);
}
