import { z } from "zod";
import { DEFINITIONS, type Section } from "../../race/sections/index.ts";
import type { FileRequest } from "../format.ts";
import { type ReadResult, refused } from "../text/faults.ts";

/** The one list that a section's body is: its name, and the shape of its rows. */
export type SectionList = {
  /** `counts` of `{ "counts": […] }`. */
  readonly name: string;
  readonly row: z.ZodObject;
};

export function listOf(section: Section): SectionList {
  const body: z.ZodType = DEFINITIONS[section].source;
  const [entry, ...more] = body instanceof z.ZodObject ? Object.entries(body.shape) : [];
  const [name, rows] = entry ?? [];
  const row = rows instanceof z.ZodArray ? rows.element : null;
  if (name === undefined || more.length > 0 || !(row instanceof z.ZodObject))
    throw new Error(`the body of ${section} must be an object with one list of rows`);
  return { name, row };
}

/**
 * The section that a file of our own is for: what was said, or else what it seems to be. Refused
 * where the two contradict each other, and where nobody says.
 */
export function ownSection(
  title: string,
  seems: Section | null,
  { section }: Pick<FileRequest, "section">,
): ReadResult<Section> {
  const chosen = section ?? seems;
  if (chosen === null) return refused("the file may be of several sections: say which it is for");
  if (seems !== null && seems !== chosen)
    return refused(`this is ${title} for ${seems}, and was sent for ${chosen}`);
  return { ok: true, value: chosen, warnings: [] };
}
