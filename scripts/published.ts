import { setTimeout as wait } from "node:timers/promises";
import { DeskClient } from "../src/cli/client/desk-client.ts";

const PATIENCE_MS = 60_000;
const INTERVAL_MS = 250;

/**
 * Waits until readers have everything a race's desk has: it acknowledges a change when it is
 * stored, and publishes it a moment later. Gives the publication's number.
 */
export async function published(url: string, token: string, race: string): Promise<number> {
  const desk = new DeskClient(url, token);
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; await wait(INTERVAL_MS)) {
    const { publishing } = (await desk.summary(race)) ?? {};
    if (publishing?.publication && !publishing.pending) return publishing.publication.n;
  }
  throw new Error(`${race} is stored, but not yet published: topline doctor ${race} says why`);
}
