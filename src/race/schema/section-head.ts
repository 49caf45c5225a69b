import { z } from "zod";
import { count, instant, localId, raceId, wording } from "./common.ts";
import { source } from "./race-facts.ts";

/** What a section doesn't pass on although the race has it, and why. */
export const withheld = z
  .discriminatedUnion("why", [
    z.object({
      why: z.literal("redistribution"),
      source: localId,
      /** How many rows of the section's list that is. */
      rows: count,
      statement: wording,
    }),
    /** A law forbids to show it until then. */
    z.object({
      why: z.literal("quiet"),
      what: z.string(),
      to: instant,
      law: z.string(),
      statement: wording,
    }),
  ])
  .meta({ id: "Withheld" });
export type Withheld = z.infer<typeof withheld>;

/** What every section address answers with, before the section's own fields. */
export function sectionHead<Name extends string>(name: Name) {
  return {
    schema: z.literal(1),
    race: raceId,
    revision: count,
    updatedAt: instant,
    sources: z.array(source),
    section: z.literal(name),
    withheld: z.array(withheld),
  };
}

export type SectionHead = z.infer<z.ZodObject<ReturnType<typeof sectionHead>>>;
