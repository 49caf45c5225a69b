import type { Mode } from "../../race/schema/common.ts";

const PATTERNS = [
  ["election_day", /\belection day\b/],
  ["early_in_person", /\bearly\b|\badvanced?\b|\bin person absentee\b|\babsentee in person\b/],
  ["absentee_mail", /(?<!\bin person )\babsentee\b(?! in person)|\bmail(ed)?\b|\bpostal\b/],
  ["provisional", /\bprovisional\b/],
] as const satisfies readonly (readonly [Mode, RegExp])[];

/**
 * How ballots were cast, by an office's own words for it: `Advance in Person`, `Early Vote`,
 * `Absentee by Mail Votes`, `election_day`. Null where the words fit no mode or more than one.
 */
export function voteMode(words: string): Mode | null {
  const plain = plainWords(words);
  const [only, ...others] = PATTERNS.filter(([, pattern]) => pattern.test(plain));
  return only !== undefined && others.length === 0 ? only[0] : null;
}

/** Under- and overvotes, which some files list among the candidates or the vote types. */
export function strayVotes(words: string): "undervotes" | "overvotes" | null {
  if (!/under|over/i.test(words)) return null;
  const found =
    /^(?:total |number of |times )?(under|over)(?: ?vot(?:es?|ed|ing))?(?: (?:ballots?|count|totals?))?$/.exec(
      plainWords(words),
    )?.[1];
  if (found === undefined) return null;
  return found === "under" ? "undervotes" : "overvotes";
}

/** Lower case, with single spaces for everything that is neither letter nor digit. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
