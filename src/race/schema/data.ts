import type { RaceSource } from "./race.ts";
import type { SectionSources } from "../sections/index.ts";

/** All that an editor keeps about a race; a section nobody has filled yet is null. */
export type RaceData = { readonly race: RaceSource } & SectionSources;
