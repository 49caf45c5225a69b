import { checkChange } from "../check.ts";
import type { RaceData } from "../schema/data.ts";
import { type RunningCount, runningCounts } from "./counts.ts";
import type { Finding, Place, Proposal } from "./doubt.ts";
import { collectDoubts, doubtAll, type Doubts, shorten } from "./doubts.ts";
import { highOf, type Highs } from "./highs.ts";
import { keepDoubted } from "./keep.ts";
import { patchOf } from "./patch.ts";
import type { Doubt } from "./reason.ts";
import { GATE_RULES, type Rule } from "./rules/index.ts";
import { rowsOf } from "./rows.ts";
import { isCertified, textOf } from "./standing.ts";
import { SECTIONS } from "../sections/index.ts";

/** A small fall that passes as its source's own revision. */
export type SourceRevision = {
  readonly section: "results" | "turnout";
  readonly place: Place;
  /** `results.1.Cobb.handel`, `turnout.2017-06-01` */
  readonly path: string;
  readonly before: number;
  readonly after: number;
};

export type Judgement = {
  /** What readers may have: the change, with all that is in doubt as it was before. */
  readonly accepted: RaceData;
  readonly doubts: readonly Doubt[];
  readonly revisions: readonly SourceRevision[];
  /** To be handed in with the next change. */
  readonly highs: Highs;
};

/** Keeping one number can put another in doubt; it settles long before this. */
const MAX_ROUNDS = 8;

/**
 * Judges a change number by number: what is doubtful stays as readers have it, and the rest goes on.
 * `after` must have passed `checkChange`, and so does `accepted`. Linear in the number of rows.
 */
export function judge(sent: Proposal): Judgement {
  const proposal = { ...sent, withdraws: sent.withdraws && takesAway(sent) };
  const { before, after } = proposal;
  const doubts: Doubts = new Map();
  let accepted = after;
  for (let round = 0; ; round++) {
    const found = findAll({ ...proposal, after: accepted });
    const settled = found.length === 0;
    if (settled && (doubts.size === 0 || checkChange(before, accepted).ok)) break;
    collectDoubts(doubts, found, proposal);
    // What doesn't hold together in parts waits as a whole.
    if (settled || round >= MAX_ROUNDS) doubtAll(doubts, proposal);
    accepted = keepDoubted(before, after, doubts);
    // With every section in doubt as it was, nothing is left to judge.
    if (round > MAX_ROUNDS) break;
  }
  return {
    accepted,
    doubts: [...doubts.values()].map(({ section, scope, place, parts, dropped, reasons }) => {
      const coming = parts === "all" ? parts : [...parts].filter((part) => !dropped.has(part));
      return {
        section,
        scope,
        place,
        reasons: shorten(reasons),
        patch: patchOf(after, section, coming),
      };
    }),
    ...passedFalls({ ...proposal, after: accepted }),
  };
}

/** Whether a change only takes rows away: whatever else it says is a claim, and judged as one. */
function takesAway({ before, after }: Proposal): boolean {
  return SECTIONS.every((section) => {
    const known = new Set(rowsOf(before, section).map(textOf));
    return rowsOf(after, section).every((row) => known.has(textOf(row)));
  });
}

/** What each rule finds, in the order of the rules. */
function findAll(proposal: Proposal): { readonly rule: Rule; readonly finding: Finding }[] {
  return GATE_RULES.flatMap(({ name, find }) =>
    find(proposal).map((finding) => ({ rule: name, finding })),
  );
}

function passedFalls({
  before,
  after,
  highs,
  now,
  withdraws,
}: Proposal): Pick<Judgement, "revisions" | "highs"> {
  const then = runningCounts(before);
  const next = runningCounts(after);
  const revisions = fallsIn(then, next);
  if (isCertified(after, now)) return { revisions, highs: {} };
  const below = [...new Set([...Object.keys(highs), ...then.keys()])].flatMap(
    (path): [string, number][] => {
      const high = highOf(highs, path, then.get(path)?.value ?? 0);
      // What is left of a sum whose parts are taken away on purpose hasn't fallen.
      if (withdraws && next.get(path)?.summed === true) return [];
      return (next.get(path)?.value ?? 0) < high ? [[path, high]] : [];
    },
  );
  return { revisions, highs: Object.fromEntries(below) };
}

/** Every number of a race that is lower than it was. */
export function fallsBetween(before: RaceData | null, after: RaceData | null): SourceRevision[] {
  return fallsIn(runningCounts(before), runningCounts(after));
}

function fallsIn(then: ReadonlyMap<string, RunningCount>, next: typeof then): SourceRevision[] {
  return [...then].flatMap(([path, { section, place, value, summed }]) => {
    const is = next.get(path)?.value;
    // A sum that falls with one of its areas is no revision of its own.
    return is !== undefined && is < value && !summed
      ? [{ section, place, path, before: value, after: is }]
      : [];
  });
}
