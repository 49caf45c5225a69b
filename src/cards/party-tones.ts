import type { RaceDocument } from "../race/schema/document.ts";
import { candidateStyles } from "./candidate-style.ts";

/** Of people without a party. */
const NO_PARTY = "rest m3";

/**
 * Classes for colour and mark of people who aren't candidates of the race, by their party's code:
 * those of its first candidate of that party, else others than any candidate has.
 */
export function partyTones(
  { candidates }: Pick<RaceDocument, "candidates">,
  codes: readonly (string | null)[],
): (code: string | null) => string {
  const known = new Map<string, string>();
  for (const { id, party } of candidates)
    if (party && !known.has(party.code)) known.set(party.code, id);
  const others = [...new Set(codes)].flatMap((code) =>
    code === null || known.has(code)
      ? []
      : { id: code, name: code, shortName: code, incumbent: false, party: { code, name: code } },
  );
  const styleOf = candidateStyles({ candidates: [...candidates, ...others] });
  return (code) => (code === null ? NO_PARTY : styleOf(known.get(code) ?? code).tone);
}
