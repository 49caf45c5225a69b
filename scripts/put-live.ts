import { join } from "node:path";
import { published } from "./published.ts";
import { pushQuietly } from "./push-folder.ts";

/** Sends races/<race> to its desk at a local Worker, and waits until readers have it. */
export async function putLive(race: string, origin: string, token: string): Promise<void> {
  await pushQuietly(join(import.meta.dirname, "../races", race), origin);
  await published(origin, token, race);
}
