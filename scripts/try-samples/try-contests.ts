import { readApAnswer } from "../../src/formats/ap/read-answer.ts";
import { readClaritySummary } from "../../src/formats/clarity/summary.ts";
import { readClarityXml } from "../../src/formats/clarity/xml.ts";
import type { FormatName } from "../../src/formats/formats.ts";
import type { Contest, ContestFile } from "../../src/formats/match/contests.ts";
import { pickContest } from "../../src/formats/match/pick-contest.ts";
import { readNistJson } from "../../src/formats/nist/json.ts";
import { readNistXml } from "../../src/formats/nist/xml.ts";
import { readOpenElections } from "../../src/formats/openelections/openelections.ts";
import { readSosJson } from "../../src/formats/sos-ga/sos-ga.ts";
import type { ReadResult } from "../../src/formats/text/faults.ts";
import { compileResults } from "../../src/race/sections/results/compile-results.ts";
import { candidatesNamed, plainTitle } from "./candidates-named.ts";
import { ownSums } from "./own-sums.ts";

/** What came of one contest, or of a file that none can be read of. */
export type Tried =
  | {
      readonly ok: true;
      readonly title: string;
      readonly wrong: readonly string[];
      /** Whether places that contradict themselves were left out, so that sums can't agree. */
      readonly inDoubt: boolean;
      /** What readers would see of each candidate. */
      readonly counted: readonly string[];
    }
  | { readonly ok: false; readonly title: string; readonly reason: string };

const READERS: { readonly [N in FormatName]?: (text: string) => ReadResult<ContestFile> } = {
  openelections: readOpenElections,
  "clarity-xml": readClarityXml,
  "clarity-summary": readClaritySummary,
  "sos-ga": readSosJson,
  "nist-json": readNistJson,
  "nist-xml": readNistXml,
  ap: readApAnswer,
};

/** Whether a format's files hold contests whose votes can be judged. */
export function hasContests(format: FormatName): boolean {
  return READERS[format] !== undefined;
}

/**
 * Reads each contest of a file for a race of its own, whose candidates are those that the file
 * prints, and holds what readers would see against the file's own sums.
 */
export function tryContests(format: FormatName, text: string): readonly Tried[] {
  const file = READERS[format]?.(text);
  if (file === undefined) return [];
  if (!file.ok) return [{ ok: false, title: "", reason: file.faults[0]?.message ?? "" }];
  const sums = ownSums(format, text);
  return file.value.contests
    .filter(({ title }) => !/ \([^()]*\)$/.test(title) || format !== "openelections")
    .map((contest) =>
      tryContest(
        contest,
        sums?.get(plainTitle(contest.key)) ?? sums?.get(plainTitle(contest.title)) ?? null,
      ),
    );
}

function tryContest(
  contest: Contest,
  sums: ReadonlyMap<string, ReadonlySet<number>> | null,
): Tried {
  const { title, key } = contest;
  const named = [
    ...new Map(
      contest.choices
        .filter(({ writeIn }) => !writeIn)
        .map((choice) => [plainTitle(choice.name), choice] as const),
    ).values(),
  ];
  const candidates = candidatesNamed(named);
  const picked = pickContest(
    { contests: [contest], asOf: null },
    { candidates, source: "sample", asOf: "2020-01-01", contest: key },
  );
  if (!picked.ok) return { ok: false, title, reason: picked.faults[0]?.message ?? "" };
  const ids = candidates.map(({ id }) => id);
  const round = compileResults(picked.value, { candidates: ids, calls: [] })?.rounds.at(-1);
  const wrong = candidates.flatMap(({ id }, i) => {
    const votes = round?.candidates.find(({ candidate }) => candidate === id)?.votes ?? 0;
    const choice = named[i];
    // A candidate of several parties has a choice for each.
    const isOne = contest.choices.filter(({ name }) => name === choice?.name).length === 1;
    const own = choice && isOne && sums?.get(plainTitle(choice.key));
    if (!own || own.has(votes)) return [];
    return [`${choice.name}: ${votes} read, ${[...own].join(" or ")} in the file`];
  });
  const inDoubt = picked.warnings.some(({ message }) =>
    message.startsWith("left out with its place"),
  );
  const counted = candidates.flatMap(({ id, name }) => {
    const row = round?.candidates.find(({ candidate }) => candidate === id);
    return row?.votes == null ? [] : [`${name} ${row.votes.toLocaleString("en-US")}`];
  });
  return { ok: true, title, wrong: inDoubt ? [] : wrong, inDoubt, counted };
}
