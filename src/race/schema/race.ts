import { z } from "zod";
import { SECTIONS } from "../sections/index.ts";
import { instant, line } from "./common.ts";
import { feeds } from "./feeds.ts";
import { quietPeriod } from "./quiet.ts";
import { raceFacts } from "./race-facts.ts";

/** What was wrong and has been put right, as readers see it. */
export const correction = z
  .strictObject({ at: instant, section: z.enum(["race", ...SECTIONS]), text: line })
  .meta({ id: "Correction" });

const { gate, ...facts } = raceFacts.shape;

/** race.json: what an editor keeps about a race that isn't a row in a table. */
export const raceSource = z
  .strictObject({
    ...facts,
    corrections: z.array(correction).default([]),
    feeds: feeds.default([]),
    /** Times in which laws forbid to show some of the figures. */
    quiet: z.array(quietPeriod).max(50).default([]),
    gate,
  })
  .meta({ id: "RaceSource" });

export type RaceSource = z.infer<typeof raceSource>;
export type RaceSourceInput = z.input<typeof raceSource>;
export type Correction = z.infer<typeof correction>;
