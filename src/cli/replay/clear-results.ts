import type { DeskClient } from "../client/desk-client.ts";
import type { Output } from "../output.ts";

/**
 * Takes a rehearsal's results away, so that the night can be played again. The gate holds that, as
 * it should, and the token that plays releases it: it needs the scope approve.
 */
export async function clearResults(
  client: DeskClient,
  race: string,
  output: Output,
): Promise<void> {
  const before = await client.sources.get(race, "results");
  if (before === null) return;
  const note = "Replay: starting over";
  const answer = await client.sources.write(race, "results", {
    action: "delete",
    etag: before.etag,
    note,
  });
  if (answer.status === "held") {
    const { body } = await client.held.get(race, answer.held);
    await client.held.approve(race, answer.held, body, { note });
  }
  output.note("Took the race's results away.");
}
