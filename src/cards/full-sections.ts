import type { ResultsSection } from "../race/sections/results/summary.ts";

/** What a race's document leaves out of its sections. Without Preact's types, for the Worker's code. */
export type FullSections = { readonly results?: ResultsSection | undefined };
