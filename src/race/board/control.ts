import type { RaceBrief } from "./brief.ts";
import type { BoardControl } from "./document.ts";
import type { BoardSource } from "./source.ts";

/**
 * Who holds how many of a body’s seats: those not up, as an editor states them, and those that a
 * caller has given to a candidate of the party. Nothing here calls a seat: `leading` only counts
 * the races without a call by who has most votes so far, and a tie leads nowhere.
 */
export function controlOf(
  { title, seats, needed, parties, groups, source }: NonNullable<BoardSource["control"]>,
  board: Pick<BoardSource, "groups">,
  chosen: readonly (readonly RaceBrief[])[],
): BoardControl {
  const counted = chosen.filter(
    (_, i) => groups === undefined || groups.includes(board.groups[i]?.title ?? ""),
  );
  const races = [...new Set(counted.flat())];
  const wonBy = races.map((race) => race.leading.find(({ status }) => status === "won")?.party);
  const ledBy = races.map((race) => (isCalled(race) ? undefined : leaderOf(race)));
  const rows = parties.map(({ code, name, holdovers }) => ({
    code,
    name,
    holdovers,
    won: wonBy.filter((party) => party === code).length,
    leading: ledBy.filter((party) => party === code).length,
  }));
  const taken = rows.reduce((sum, { holdovers, won }) => sum + holdovers + won, 0);
  return {
    title,
    seats,
    needed,
    parties: rows,
    open: Math.max(0, seats - taken),
    source: source ?? null,
  };
}

function isCalled({ leading }: RaceBrief): boolean {
  return leading.some(({ status }) => status === "won");
}

/** The party of whoever has most votes so far. */
function leaderOf({ leading }: RaceBrief): string | undefined {
  const [first, second] = leading
    .filter(({ votes }) => votes !== null)
    .toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0));
  if (first === undefined || !first.votes || first.votes === second?.votes) return undefined;
  return first.party;
}
