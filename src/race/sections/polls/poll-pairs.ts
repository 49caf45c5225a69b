import type { RaceFacts } from "../../schema/race-facts.ts";
import type { Poll, PollsSource } from "./source.ts";

export type PollsData = { readonly race: RaceFacts; readonly polls: PollsSource | null };

/** Each poll that would be new, with nothing beside it, and each that stays, with what it was. */
export function pollPairs(
  before: Pick<PollsData, "polls"> | null,
  after: Pick<PollsData, "polls">,
): { poll: Poll; was: Poll | undefined }[] {
  const known = new Map(before?.polls?.polls.map((poll) => [poll.id, poll]));
  return (after.polls?.polls ?? []).map((poll) => ({ poll, was: known.get(poll.id) }));
}

/** "Landmark (538:1:2)" */
export function pollName(poll: Poll): string {
  return `${poll.pollster} (${poll.id})`;
}
