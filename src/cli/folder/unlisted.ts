import type { Unlisted } from "../../formats/format.ts";
import { type Fault, fault } from "../../formats/text/faults.ts";
import { nameWords } from "../../formats/match/candidates.ts";
import { unlistedSaid } from "../../formats/match/who-is-who.ts";

/** Whom nobody has said to leave among others, of those who have many votes in a first count. */
export function undecided(
  unlisted: readonly Unlisted[],
  others: readonly string[],
): readonly Unlisted[] {
  const said = new Set(others.map((name) => nameWords(name).join(" ")));
  return unlisted.filter(({ name }) => !said.has(nameWords(name).join(" ")));
}

/** The fault of one whom nobody can be asked about. */
export function unlistedFault(one: Unlisted): Fault {
  return fault(
    `${unlistedSaid(one)}; or leave them among others: --others ${JSON.stringify(one.name)}`,
  );
}
