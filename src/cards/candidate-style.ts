import type { RaceDocument } from "../race/schema/document.ts";

/** How a candidate is drawn in every graphic of a race. */
export type CandidateStyle = {
  /** Handel */
  readonly name: string;
  /** Handel (R) */
  readonly label: string;
  /** Classes for colour (`r`, `d`, `o0` to `o5`, grey: `rest`) and, where colour can't tell, mark (`m0` to `m3`). */
  readonly tone: string;
};

/** How many candidates have a colour that nobody else has; the others are grey. */
export const KINDS = 6;

/** How many marks there are: filled and hollow, round and square. */
const MARKS = 4;

/** Who the candidates are, and who of them leads, where that is known. */
type Standing = Pick<RaceDocument, "candidates"> & Partial<Pick<RaceDocument, "polls" | "results">>;

/**
 * Colours and marks go by the order of the race. Where it has more candidates than there are kinds,
 * whoever leads the count or the polls comes first: those are drawn. The colours of the two large
 * parties go to their first candidate.
 */
export function candidateStyles(race: Standing): (id: string) => CandidateStyle {
  const { candidates, polls, results } = race;
  const leading = [...(results?.rounds.at(-1)?.candidates ?? []), ...(polls?.average.shares ?? [])];
  const order = new Set([
    ...(candidates.length > KINDS ? leading.map(({ candidate }) => candidate) : []),
    ...candidates.map(({ id }) => id),
  ]);
  const taken = new Set<string>();
  const styles = new Map<string, CandidateStyle>();
  let others = 0;
  for (const id of order) {
    const { shortName = id, party } = candidates.find((one) => one.id === id) ?? {};
    const own = party && partyTone(party.code);
    const tone = own && !taken.has(own) ? own : `o${others++}`;
    taken.add(tone);
    styles.set(id, {
      name: shortName,
      label: party ? `${shortName} (${party.code})` : shortName,
      tone: styles.size < KINDS ? `${tone} m${styles.size % MARKS}` : "rest m0",
    });
  }
  // A poll may name somebody whom the race has since dropped.
  return (id) => styles.get(id) ?? { name: id, label: id, tone: "rest m0" };
}

function partyTone(code: string): string | undefined {
  if (/^(r|rep|gop)$/i.test(code)) return "r";
  return /^(d|dem|dfl)$/i.test(code) ? "d" : undefined;
}
