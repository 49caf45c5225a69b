import type { FunctionComponent } from "preact";
import type { ResultsSummary } from "../race/sections/results/summary.ts";
import type { ResultsWording } from "../wording/results.ts";
import type { CardProps } from "./frame.tsx";

/** What the results card is made of: the card, and the rules it adds to the shared sheet. */
export type ResultsPack = {
  readonly ResultsCard: FunctionComponent<
    CardProps & { readonly results: ResultsSummary; readonly say: ResultsWording }
  >;
  readonly css: string;
};

/**
 * What only some pages need, and the script doesn't carry: it is filled in by whoever draws. In
 * the browser that is src/widget/packs.ts, elsewhere src/cards/all-extras.ts.
 */
export const extras: { results?: ResultsPack } = {};
