import type { RaceDocument } from "../race/schema/document.ts";

/** How a candidate is drawn in every graphic of a race. */
export type CandidateStyle = {
  /** Handel */
  readonly name: string;
  /** Handel (R) */
  readonly label: string;
  /** Classes for colour (`r`, `d`, `o0` to `o3`) and, where colour can't tell, mark (`m0` to `m3`). */
  readonly tone: string;
};

/** How many colours there are for candidates of other parties, and how many marks for all. */
const KINDS = 4;

/** The colours of the two large parties go to their first candidate: in a primary all differ. */
export function candidateStyles({
  candidates,
}: Pick<RaceDocument, "candidates">): (id: string) => CandidateStyle {
  const taken = new Set<string>();
  const styles = new Map(
    candidates.map(({ id, shortName, party }, i) => {
      const own = party && partyTone(party.code);
      const tone = own && !taken.has(own) ? own : `o${i % KINDS}`;
      taken.add(tone);
      const label = party ? `${shortName} (${party.code})` : shortName;
      return [id, { name: shortName, label, tone: `${tone} m${i % KINDS}` }];
    }),
  );
  // A poll may name somebody whom the race has since dropped.
  return (id) => styles.get(id) ?? { name: id, label: id, tone: "o0 m0" };
}

function partyTone(code: string): string | undefined {
  if (/^(r|rep|gop)$/i.test(code)) return "r";
  return /^(d|dem|dfl)$/i.test(code) ? "d" : undefined;
}
