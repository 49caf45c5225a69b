import { z } from "zod";
import { WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import { choiceName } from "../match/choice-name.ts";
import type { Choice, Contest, ContestFile } from "../match/contests.ts";
import { fault, type ReadResult } from "../text/faults.ts";
import { jsonCount, type JsonFile, listOf, readJson } from "../text/json.ts";
import { CountTally, parseCount } from "../match/count-tally.ts";
import { strayVotes } from "../match/vote-mode.ts";
import type { Format } from "../format.ts";
import { readContest } from "../match/pick-contest.ts";

/** Some sites write their votes as text: `"2,457,910"`. */
const votes = z
  .union([z.number(), z.string()])
  .transform((value) => (typeof value === "string" ? parseCount(value) : value))
  .pipe(jsonCount);
const summary = listOf(
  z.object({
    /** Its key in the site's addresses. */
    K: z.union([z.string(), z.number()]).transform(String),
    /** The contest's name. */
    C: z.string(),
    /** Choices, parties and votes, in one order. */
    CH: listOf(z.string()),
    P: listOf(z.string().nullable()).nullish(),
    V: listOf(votes),
    /** How many have reported, of how many: counties on a state's site, precincts on a county's. */
    PR: jsonCount.nullish(),
    TP: jsonCount.nullish(),
  }),
);

export const claritySummary = {
  name: "clarity-summary",
  title: "Clarity's summary.json",
  sections: ["results"],
  looksLike: ({ hasKeys }) => hasKeys("C", "CH", "V"),
  read: (text, request) => readContest(readClaritySummary(text), request),
} as const satisfies Format;

/**
 * Reads the `summary.json` of a Clarity site: votes of the whole contest, without areas or modes.
 * Ballots, registered voters and what has reported stay out, since the file doesn't say of what.
 *
 * Written from the published shape: not tried on a real file yet. The file doesn't say when its
 * numbers were true.
 */
export function readClaritySummary(text: string): ReadResult<ContestFile> {
  const file = readJson(text, summary);
  if ("faults" in file) return { ok: false, faults: file.faults };
  if (file.value.length === 0) return { ok: false, faults: [fault("has no contest")] };
  const contests = file.value.map((raw, i) => contestOf(raw, i, file));
  return { ok: true, value: { contests, asOf: null }, warnings: [] };
}

function contestOf(
  raw: z.infer<typeof summary>[number],
  index: number,
  file: JsonFile<unknown>,
): Contest {
  const tally = new CountTally();
  const choices: Choice[] = [];
  for (const [i, printed] of raw.CH.entries()) {
    const key = String(i + 1);
    const stray = strayVotes(printed);
    if (stray === null) choices.push({ key, ...choiceName(printed, raw.P?.[i]) });
    const counted =
      stray === null
        ? { measure: "votes" as const, choice: key }
        : { measure: stray, choice: null };
    tally.addModes({ area: WHOLE_CONTEST, ...counted }, [["unspecified", raw.V[i] ?? 0]]);
  }
  const lengths = [raw.V.length, raw.P?.length ?? raw.CH.length];
  const uneven = lengths.some((length) => length !== raw.CH.length);
  const message = `has ${raw.CH.length} choices (CH), ${raw.V.length} votes (V) and ${raw.P?.length ?? 0} parties (P): which belong together can't be told`;
  return {
    key: raw.K,
    title: raw.C.trim().replace(/\s+/g, " "),
    date: null,
    choices,
    counts: tally.rows(),
    faults: uneven ? [fault(message, file.placeOf([index]))] : [],
    warnings: raw.TP
      ? [
          fault(
            `left out: ${raw.PR ?? "?"} of ${raw.TP} reporting. The file doesn't say whether these are precincts: a state's site counts counties`,
          ),
        ]
      : [],
  };
}
