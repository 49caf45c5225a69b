import { BOARDS_ADDRESS, RACES_ADDRESS } from "../../contract/addresses.ts";
import { CACHE_ABSENT } from "../http/cache-control.ts";
import { problem } from "../http/problem.ts";

// Why an address for readers says no: the same words for the same reason, at every address.

export function badRaceId(): Response {
  return problem(
    "bad_race_id",
    `A race id is 3 to 64 characters of a-z, 0-9 and hyphen. ${RACES_ADDRESS} lists the races there are.`,
  );
}

export function unknownRace(id: string): Response {
  return problem(
    "unknown_race",
    `No race ${id} has been published. Check the spelling: ${RACES_ADDRESS} lists the races there are.`,
    { "Cache-Control": CACHE_ABSENT },
  );
}

/** @param cards the names there are */
export function unknownCard(cards: readonly string[]): Response {
  return problem(
    "unknown_address",
    `Cards are ${cards.join(", ")}; each also with .html, .svg, .png or .txt at the end.`,
    { "Cache-Control": CACHE_ABSENT },
  );
}

export function unknownBoard(id: string): Response {
  return problem(
    "unknown_board",
    `No board ${id} has been published. Check the spelling: ${BOARDS_ADDRESS} lists the boards there are.`,
    { "Cache-Control": CACHE_ABSENT },
  );
}

export function unknownPage(page: number): Response {
  return problem("unknown_page", `There is no page ${page}: follow "next" from the first.`, {
    "Cache-Control": CACHE_ABSENT,
  });
}

/** KV can't be reached, and there is no last good copy. */
export function unavailable(): Response {
  return problem("unavailable", "Try again in a few seconds.", { "Retry-After": "5" });
}
