import { z } from "zod";
import { count, instant, raceId } from "./common.ts";
import { source } from "./race-facts.ts";

/** What every section address answers with, before the section's own fields. */
export function sectionHead<Name extends string>(name: Name) {
  return {
    schema: z.literal(1),
    race: raceId,
    revision: count,
    updatedAt: instant,
    sources: z.array(source),
    section: z.literal(name),
  };
}

export type SectionHead = z.infer<z.ZodObject<ReturnType<typeof sectionHead>>>;
