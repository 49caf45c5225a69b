import type { RaceDocument } from "../../race/schema/document.ts";

/** The marks that tell candidates apart where colour can't. */
export const SHAPES = ["circle", "square", "diamond", "triangle"] as const;
export type Shape = (typeof SHAPES)[number];

/** How a candidate is drawn in every graphic of a race. */
export type Look = {
  /** Handel */
  readonly name: string;
  /** Handel (R) */
  readonly label: string;
  /** Class that sets the candidate's colour: `r`, `d`, or `o1` to `o4`. */
  readonly tone: string;
  readonly shape: Shape;
};

/** How many colours there are for candidates of other parties. */
const OTHER_TONES = 4;

/** Colours of the two large parties go to their first candidate only: in a primary all differ. */
export function looksOf(race: RaceDocument): ReadonlyMap<string, Look> {
  const taken = new Set<string>();
  let others = 0;
  return new Map(
    race.candidates.map(({ id, shortName, party }, i) => {
      const own = partyTone(party.code);
      const tone = own && !taken.has(own) ? own : `o${(others++ % OTHER_TONES) + 1}`;
      taken.add(tone);
      const shape = SHAPES[i % SHAPES.length] ?? "circle";
      return [id, { name: shortName, label: `${shortName} (${party.code})`, tone, shape }];
    }),
  );
}

function partyTone(code: string): string | undefined {
  if (/^(r|rep|gop)$/i.test(code)) return "r";
  return /^(d|dem|dfl)$/i.test(code) ? "d" : undefined;
}

/** A candidate's look; a poll may name somebody whom the race has since dropped. */
export function lookOf(looks: ReadonlyMap<string, Look>, id: string): Look {
  return looks.get(id) ?? { name: id, label: id, tone: "o1", shape: "circle" };
}
