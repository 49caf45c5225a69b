import type { Body, MayPass } from "../definition.ts";
import type { PollsSection, PollsSummary } from "./summary.ts";

/** An average tells its polls' shares to whoever has the others, so it goes with them. */
export function passedOnPolls(
  { average, published, polls }: Body<PollsSection>,
  mayPass: MayPass,
): Body<PollsSection> {
  const kept = polls.filter(mayPass);
  const ids = new Set(kept.map(({ id }) => id));
  return {
    average: average?.inputs.every(({ poll }) => ids.has(poll)) ? average : null,
    published: published.filter(mayPass),
    polls: kept,
  };
}

/** How many candidates the graphics show, and the polls of; a card lists the others below. */
export const DRAWN_CANDIDATES = 5;

/**
 * Polls that may only be shown, without what no card shows of them. A poll about none of the
 * candidates that are drawn isn't shown at all.
 */
export function drawnPolls(summary: PollsSummary, mayPass: MayPass): PollsSummary {
  const main = summary.average.shares.filter(({ askedBy }) => askedBy === undefined);
  const drawn = new Set(main.slice(0, DRAWN_CANDIDATES).map(({ candidate }) => candidate));
  const recent = summary.recent.flatMap((poll) => {
    if (mayPass(poll)) return poll;
    const { survey: _survey, undecided: _undecided, publishedAt: _publishedAt, ...rest } = poll;
    const shares = rest.shares.filter(({ candidate }) => drawn.has(candidate));
    return shares.length === 0 ? [] : { ...rest, shares };
  });
  return { ...summary, recent };
}
