import type { Env } from "../env.ts";
import type { BoardDesk } from "./boards/board-desk.ts";
import type { RaceDesk } from "./race-desk.ts";

/** The way to one race's desk. Asking it anything wakes it, so ask only with reason. */
export function deskOf({ DESKS }: Pick<Env, "DESKS">, race: string): DurableObjectStub<RaceDesk> {
  return DESKS.get(DESKS.idFromName(race));
}

/** The way to one board's desk. */
export function boardDeskOf(
  { BOARDS }: Pick<Env, "BOARDS">,
  board: string,
): DurableObjectStub<BoardDesk> {
  return BOARDS.get(BOARDS.idFromName(board));
}
